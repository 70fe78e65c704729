package chat.natter.client.terminal;

/** Text from strangers, made safe for a terminal: no character of it can move the cursor or change a colour. */
final class PrintableText {
    private PrintableText() {}

    static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (point == '\n' || point == '\t') {
                printable.append(' ');
            } else if (!Character.isISOControl(point)) {
                printable.appendCodePoint(point);
            }
        });
        return printable.toString();
    }
}
