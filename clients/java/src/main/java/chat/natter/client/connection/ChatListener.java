package chat.natter.client.connection;

import chat.natter.contract.CloseCode;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import java.time.Duration;

/**
 * What happens on a connection, told on its event loop, one call at a time, in order. A callback must not block. An
 * entry counts as stored when its callback returns.
 */
public interface ChatListener {
    /** Connected, or connected again. */
    default void onWelcome(ServerFrame.Welcome welcome) {}

    /** Everything that waited has been delivered. */
    default void onSynced(ServerFrame.Synced synced) {}

    /** Each message once, also across reconnects. */
    default void onMessage(ServerFrame.Message message) {}

    default void onReceipt(ServerFrame.Receipt receipt) {}

    /** Entries waited too long and were dropped: they can be pulled. */
    default void onMissed(ServerFrame.Missed missed) {}

    /** A watched user came, went or turned away. */
    default void onPresence(ServerFrame.Presence presence) {}

    /** Somebody types in a conversation that is open here. Over after 6 seconds, or with that user's message. */
    default void onTyping(ServerFrame.Typing typing) {}

    /** Something happened to the security of the account, perhaps on another device. */
    default void onSecurity(ServerFrame.Security security) {}

    /** The first answer to a send. Later ones, to its repeats, are not told. */
    default void onSent(ClientFrame.Send send, ServerFrame.Sent sent) {}

    /** What became of a message to several users, for each of them. */
    default void onSpread(ClientFrame.Send send, ServerFrame.Spread spread) {}

    /** What was asked of a group has been done. */
    default void onSent(ClientFrame.Group group, ServerFrame.Sent sent) {}

    /** What was asked of a group is refused for good. */
    default void onRefused(ClientFrame.Group group, ServerFrame.Failure failure) {}

    /** The user has set something for a conversation or a message, perhaps on another device. */
    default void onPersonal(ServerFrame.Personal personal) {}

    /** The answer to a pull. */
    default void onPage(ServerFrame.Page page) {}

    /** A pull is refused for good. */
    default void onRefused(ClientFrame.Pull pull, ServerFrame.Failure failure) {}

    /**
     * How far a topic is that is listened to: the answer to that, or something new. What is new is pulled after a
     * random part of {@code spreadMs}.
     */
    default void onNews(ServerFrame.News news) {}

    /** The topic cannot be listened to. */
    default void onRefused(ClientFrame.Listen listen, ServerFrame.Failure failure) {}

    /** The send is refused for good and leaves the outbox. */
    default void onRefused(ClientFrame.Send send, ServerFrame.Failure failure) {}

    /** The send is refused for now; the connection repeats it by itself after the delay. */
    default void onPostponed(ClientFrame.Send send, ServerFrame.Failure failure) {}

    /** An error that belongs to no send of ours. */
    default void onError(ServerFrame.Failure failure) {}

    /** The connection is gone and comes back by itself. */
    default void onDisconnected(String cause, Duration comesBackIn) {}

    /** The connection will not come back: the server said so, or there is no token. */
    default void onGivenUp(CloseCode why) {}
}
