package chat.natter.load.compare.trial;

/**
 * A message's text: which stream it belongs to, its number in it, when it was due, and filling that follows from these,
 * so that a single changed character shows.
 */
record Body(int stream, long number, long dueNanos) {
    private static final int BYTES = 100;
    private static final int LETTERS = 26;

    String text() {
        StringBuilder text = new StringBuilder(BYTES);
        text.append(stream)
                .append(' ')
                .append(number)
                .append(' ')
                .append(dueNanos)
                .append(' ');
        long mixed = 31L * stream + number;
        while (text.length() < BYTES) {
            mixed = mixed * 6364136223846793005L + 1442695040888963407L;
            text.append((char) ('a' + Math.floorMod(mixed >> 33, LETTERS)));
        }
        return text.toString();
    }

    /** Throws {@link IllegalArgumentException} for anything that {@link #text} did not make. */
    static Body of(String text) {
        String[] words = text.split(" ", -1);
        if (words.length != 4) {
            throw new IllegalArgumentException("not one of our messages");
        }
        Body body = new Body(Integer.parseInt(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
        if (!body.text().equals(text)) {
            throw new IllegalArgumentException("changed on its way");
        }
        return body;
    }
}
