package chat.natter.history.export;

import chat.natter.contract.ConversationId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.history.message.ReadConversationId;
import chat.natter.history.problem.Refusal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of an export; what cannot be read is refused with {@code bad_request}. */
final class ReadExportRequest {
    private ReadExportRequest() {}

    static ExportRequest read(
            @Nullable String conversation,
            @Nullable String user,
            @Nullable String from,
            @Nullable String to,
            @Nullable String after) {
        return new ExportRequest(
                Optional.ofNullable(conversation).map(ReadConversationId::read),
                Optional.ofNullable(user).map(ReadExportRequest::user),
                Optional.ofNullable(from).map(text -> moment("from", text)),
                Optional.ofNullable(to).map(text -> moment("to", text)),
                Optional.ofNullable(after).map(ReadExportRequest::place));
    }

    private static UserId user(String text) {
        try {
            return new UserId(text);
        } catch (InvalidId e) {
            throw new Refusal(Problem.BAD_REQUEST, "user is not a user id");
        }
    }

    private static Instant moment(String name, String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new Refusal(Problem.BAD_REQUEST, name + " must be a time such as 2026-03-01T12:00:00Z");
        }
    }

    private static ExportRequest.Place place(String text) {
        int slash = text.indexOf('/');
        try {
            if (slash > 0) {
                ConversationId conversation = ReadConversationId.read(text.substring(0, slash));
                return new ExportRequest.Place(conversation, Long.parseLong(text.substring(slash + 1)));
            }
        } catch (NumberFormatException e) {
            // Answered below.
        }
        throw new Refusal(Problem.BAD_REQUEST, "after must be CONVERSATION/SEQ, as the last line says them");
    }
}
