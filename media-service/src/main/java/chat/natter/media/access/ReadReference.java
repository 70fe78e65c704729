package chat.natter.media.access;

import chat.natter.contract.ConversationId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupProfile;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads from a record of {@code chat.events} which file was sent where. Content is the clients' own: what is no
 * reference to one of our files is none of our business, and encrypted content names its file beside what is encrypted.
 */
final class ReadReference {
    /** Every reference has this member; most messages do not, and are not parsed. */
    private static final ByteString MEMBER = ByteString.copyFromUtf8("\"ref\"");

    private static final JsonFactory JSON = new JsonFactory();

    private ReadReference() {}

    record Sent(MediaId media, Reference reference) {}

    static Optional<Sent> read(byte @Nullable [] value) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            Event event = Event.parseFrom(value);
            String ref = ref(event);
            return ref == null
                    ? Optional.empty()
                    : Optional.of(new Sent(
                            new MediaId(ref),
                            new Reference(new ConversationId(event.getConversation()), new UserId(event.getFrom()))));
        } catch (InvalidProtocolBufferException | InvalidId e) {
            return Optional.empty();
        }
    }

    private static @Nullable String ref(Event event) {
        return switch (event.getBodyCase()) {
            case MESSAGE -> ref(event.getMessage().getContent());
            case CHANGED -> ref(event.getChanged().getContent());
            case GROUP -> picture(event.getGroup().getChange());
            case BODY_NOT_SET -> null;
        };
    }

    /** Of a group, as its members see it. */
    private static @Nullable String picture(GroupChange change) {
        GroupProfile profile = change.hasCreated() ? change.getCreated().getProfile() : change.getProfile();
        return profile.getAvatar().isEmpty() ? null : profile.getAvatar();
    }

    private static boolean contains(ByteString content, ByteString part) {
        for (int at = 0; at + part.size() <= content.size(); at++) {
            if (content.byteAt(at) == part.byteAt(0)
                    && content.substring(at, at + part.size()).equals(part)) {
                return true;
            }
        }
        return false;
    }

    /** The top-level member {@code ref}, if it is a text. */
    private static @Nullable String ref(ByteString content) {
        if (!contains(content, MEMBER)) {
            return null;
        }
        try (JsonParser parser = JSON.createParser(content.toString(StandardCharsets.UTF_8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken token = parser.nextToken();
                if (name.equals("ref")) {
                    return token == JsonToken.VALUE_STRING ? parser.getText() : null;
                }
                parser.skipChildren();
            }
            return null;
        } catch (IOException e) {
            return null;
        }
    }
}
