package chat.natter.load.compare.trial;

/** What happens on a line, told on its event loop. */
public interface LineListener {
    /** Connected, signed in and reachable for others. */
    default void onReady() {}

    /** The server answers for the oldest message that it had not answered for yet. */
    default void onAccepted() {}

    /** A message came, with exactly the text that was sent. */
    default void onBody(String body) {}

    /** It is over, or the server refused something. */
    void onFailure(String what);
}
