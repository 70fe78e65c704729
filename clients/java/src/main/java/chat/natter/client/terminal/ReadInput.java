package chat.natter.client.terminal;

/** Reads a typed line: commands begin with a slash, everything else is said; two slashes say one. */
final class ReadInput {
    static final int USUAL_HISTORY = 20;
    private static final int MOST_HISTORY = 200;

    private ReadInput() {}

    static Input read(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return new Input.Nothing();
        }
        if (!text.startsWith("/")) {
            return new Input.Say(text);
        }
        if (text.startsWith("//")) {
            return new Input.Say(text.substring(1));
        }
        int gap = text.indexOf(' ');
        String command = gap < 0 ? text : text.substring(0, gap);
        String argument = gap < 0 ? "" : text.substring(gap).strip();
        return switch (command) {
            case "/to" -> argument.isEmpty() ? new Input.Wrong("/to NAME") : new Input.To(argument);
            case "/history" -> history(argument);
            case "/who" -> new Input.Who();
            case "/help" -> new Input.Help();
            case "/quit" -> new Input.Quit();
            default -> new Input.Wrong("there is no " + command + "; /help shows what there is");
        };
    }

    private static Input history(String argument) {
        if (argument.isEmpty()) {
            return new Input.History(USUAL_HISTORY);
        }
        try {
            int count = Integer.parseInt(argument);
            if (count >= 1 && count <= MOST_HISTORY) {
                return new Input.History(count);
            }
        } catch (NumberFormatException e) {
            // Said below, like a number out of range.
        }
        return new Input.Wrong("/history takes a number from 1 to " + MOST_HISTORY);
    }
}
