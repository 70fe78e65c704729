package chat.natter.media.item;

import chat.natter.contract.Problem;
import chat.natter.media.problem.Refusal;
import java.nio.charset.StandardCharsets;

/** A file's name as people see it: no path, nothing invisible, nothing that turns the text around. */
public record FileName(String value) {
    private static final int MAX_BYTES = 255;

    public FileName {
        if (value.isBlank()
                || value.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES
                || value.equals(".")
                || value.equals("..")
                || !value.codePoints().allMatch(FileName::isHarmless)) {
            throw new Refusal(
                    Problem.BAD_REQUEST, "name must be a plain file name of at most " + MAX_BYTES + " bytes in UTF-8");
        }
    }

    private static boolean isHarmless(int codePoint) {
        if (codePoint == '/' || codePoint == '\\') {
            return false;
        }
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            // Joiners make up emoji and some scripts; the other format characters reorder or hide text.
            case Character.FORMAT -> codePoint == 0x200C || codePoint == 0x200D;
            default -> true;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
