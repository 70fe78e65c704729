package chat.natter.gateway.session;

/** Told which sessions can be delivered to. */
public interface SessionRegistry {
    void opened(String session, ClientSession client);

    void closed(String session);

    /**
     * The session has an acknowledgement that is not published yet: {@link ClientSession#flushAck} is to be called
     * soon.
     */
    void ackPending(ClientSession client);
}
