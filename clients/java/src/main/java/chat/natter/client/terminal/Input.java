package chat.natter.client.terminal;

/** What a typed line asks for. */
sealed interface Input {
    record Say(String text) implements Input {}

    /** Talk to somebody else from here on. */
    record To(String username) implements Input {}

    record History(int count) implements Input {}

    record Who() implements Input {}

    record Help() implements Input {}

    record Quit() implements Input {}

    record Nothing() implements Input {}

    /** Cannot be done; {@code why} is for the person who typed it. */
    record Wrong(String why) implements Input {}
}
