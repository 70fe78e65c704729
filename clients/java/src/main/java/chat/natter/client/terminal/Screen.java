package chat.natter.client.terminal;

/** Where lines appear. Called from one thread at a time. */
interface Screen {
    /** Shows a message; the number is for {@link #update}. */
    int show(ChatLine line);

    /** The tick of a message that was shown has changed. */
    void update(int shown, ChatLine line);

    /** Something that nobody said: presence, help, connection. */
    void note(String text);

    /** A bar that moves, as far as the screen can show it; nothing takes it away. */
    void progress(String bar);

    /** With whom one talks, as far as the screen can show it. */
    void prompt(String text);
}
