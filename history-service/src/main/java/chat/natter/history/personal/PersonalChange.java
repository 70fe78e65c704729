package chat.natter.history.personal;

import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to change; null for what stays as it is. */
record PersonalChange(
        @Nullable Mute mute,
        @Nullable Boolean archived,
        @Nullable Boolean pinned,
        @Nullable Boolean unread) {
    /** Until then; null to hear of it again. */
    record Mute(@Nullable Instant until) {}

    /** The end of the year 9999: later moments have no RFC 3339 form. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Reads a request's body; what is wrong is refused with {@code bad_request}. */
    static PersonalChange parse(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            throw new Refusal(Problem.BAD_REQUEST, "a JSON object is wanted");
        }
        return new PersonalChange(mute(body), flag(body, "archived"), flag(body, "pinned"), flag(body, "unread"));
    }

    private static @Nullable Mute mute(JsonNode body) {
        JsonNode value = body.get("mutedUntil");
        if (value == null) {
            return null;
        }
        if (value.isNull()) {
            return new Mute(null);
        }
        try {
            Instant until = Instant.parse(value.textValue() == null ? "" : value.textValue());
            if (!until.isAfter(LATEST)) {
                return new Mute(until);
            }
        } catch (DateTimeException e) {
            // Answered below, like a time that is out of range.
        }
        throw new Refusal(Problem.BAD_REQUEST, "mutedUntil is neither null nor an RFC 3339 time up to the year 9999");
    }

    private static @Nullable Boolean flag(JsonNode body, String name) {
        JsonNode value = body.get(name);
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw new Refusal(Problem.BAD_REQUEST, name + " is neither true nor false");
        }
        return value.booleanValue();
    }
}
