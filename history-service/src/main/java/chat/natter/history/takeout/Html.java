package chat.natter.history.takeout;

/**
 * HTML as it is put together. Everything that anybody has written goes through {@link #text} or {@link #attribute},
 * which leave no character that means something to a browser; {@link #raw} takes constants of ours only.
 */
final class Html {
    private final StringBuilder out = new StringBuilder();

    Html raw(String ours) {
        out.append(ours);
        return this;
    }

    Html number(long number) {
        out.append(number);
        return this;
    }

    Html text(String theirs) {
        theirs.codePoints().forEach(this::escaped);
        return this;
    }

    /** With a space before it, and in quotes. */
    Html attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        text(value);
        out.append('"');
        return this;
    }

    private void escaped(int character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n', '\t' -> out.append((char) character);
            default -> out.appendCodePoint(isHarmful(character) ? '\ufffd' : character);
        }
    }

    /** Controls and lone surrogates, which HTML does not allow, and what would turn the text around it. */
    private static boolean isHarmful(int character) {
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || (character >= 0x202a && character <= 0x202e)
                || (character >= 0x2066 && character <= 0x2069);
    }

    int length() {
        return out.length();
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
