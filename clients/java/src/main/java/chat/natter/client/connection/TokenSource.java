package chat.natter.client.connection;

/**
 * Where access tokens come from. Asked, off the event loop, before each {@code hello} that cannot use a ticket; returns
 * one that is valid now, renewing it if need be. Throws {@link chat.natter.client.rest.ApiRefused} if there is none,
 * which is final unless that is {@link chat.natter.client.rest.ApiRefused#isForNow for now}, and
 * {@link chat.natter.client.rest.ApiUnreachable} if it is worth asking again.
 */
@FunctionalInterface
public interface TokenSource {
    String token();
}
