package chat.natter.history.admin;

import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who acts for the company, and why; for the audit trail. */
public record Grounds(String by, String reason) {
    private static final int MAX_LENGTH = 500;

    /** Refuses with {@code bad_request} whoever does not say. */
    public static Grounds of(@Nullable String by, @Nullable String reason) {
        return new Grounds(text("by", by), text("reason", reason));
    }

    private static String text(String name, @Nullable String value) {
        if (value == null || value.isBlank() || value.length() > MAX_LENGTH) {
            throw new Refusal(Problem.BAD_REQUEST, name + " must be 1 to " + MAX_LENGTH + " characters");
        }
        return value;
    }

    public Map<String, String> details() {
        Map<String, String> details = new LinkedHashMap<>();
        details.put("by", by);
        details.put("reason", reason);
        return details;
    }
}
