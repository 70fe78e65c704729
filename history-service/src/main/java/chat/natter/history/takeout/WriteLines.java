package chat.natter.history.takeout;

import chat.natter.contract.UserId;
import chat.natter.history.message.FoldedMessage;
import chat.natter.history.message.JsonLine;
import chat.natter.history.message.MessageJson;
import chat.natter.history.message.ReadForReader;
import chat.natter.history.message.Rfc3339;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;

/**
 * The package for programs: JSON Lines, each an object whose {@code type} says what it is. The schema stands in
 * {@code docs/EXPORT.md}.
 */
final class WriteLines {
    static final int FORMAT = 1;

    private final OutputStream output;
    private final ObjectMapper json;
    private final CallBy callBy;
    private final Set<UserId> named = new HashSet<>();
    private long conversations;
    private long messages;

    WriteLines(OutputStream output, ObjectMapper json, CallBy callBy) {
        this.output = output;
        this.json = json;
        this.callBy = callBy;
    }

    record First(String type, int format, String user, String at, String zone) {}

    record Person(String type, String user, String name) {}

    record Conversation(String type, String conversation, String kind, String title) {}

    record Message(String type, @JsonUnwrapped MessageJson message) {}

    record Last(String type, long conversations, long messages) {}

    void begin(UserId user, Instant at, ZoneId zone) throws IOException {
        line(new First("export", FORMAT, user.value(), Rfc3339.format(at), zone.getId()));
        name(user);
    }

    void conversation(OwnConversation conversation) throws IOException {
        conversations++;
        line(new Conversation(
                "conversation",
                conversation.id().value(),
                conversation.id().isDirect() ? "direct" : "group",
                conversation.title()));
    }

    /** Who is named in a message was introduced before it. */
    void add(ReadForReader.Stretch stretch) throws IOException {
        callBy.prepare(stretch.messages().stream().flatMap(ShowMessage::people).toList());
        for (FoldedMessage message : stretch.messages()) {
            for (UserId user : ShowMessage.people(message).toList()) {
                name(user);
            }
            messages++;
            boolean starred = stretch.starred().contains(message.message().seq());
            line(new Message("message", MessageJson.of(message, starred)));
        }
    }

    void end() throws IOException {
        line(new Last("end", conversations, messages));
    }

    long messages() {
        return messages;
    }

    private void name(UserId user) throws IOException {
        if (named.add(user)) {
            line(new Person("user", user.value(), callBy.name(user)));
        }
    }

    private void line(Record line) throws IOException {
        output.write(JsonLine.of(line, json));
    }
}
