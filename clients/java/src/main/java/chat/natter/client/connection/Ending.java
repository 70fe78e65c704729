package chat.natter.client.connection;

/** How an attempt or a connection came to its end. */
sealed interface Ending {
    /** No socket, no welcome in time, or a socket that went silent. */
    record Broken(String cause) implements Ending {}

    /** The server closed, by a code of RFC 6455 or of {@code natter.v1}. */
    record Closed(int code) implements Ending {}

    /** The gateway drains and asked us to come back later. */
    record GoneAway(int retryAfterMillis, int jitterMillis) implements Ending {}

    /** No token could be had because the account or the device is refused. */
    record NoToken() implements Ending {}
}
