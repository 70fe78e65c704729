package chat.natter.deploy.compatibility;

import chat.natter.deploy.Repository;
import com.google.protobuf.GeneratedMessage;
import com.google.protobuf.Internal;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;

/**
 * A record's value as it was written once, and what it meant: the message's name, the bytes in base64, and Protobuf's
 * JSON of them.
 */
record GoldenRecord(String type, String bytes, String json) {
    static final Path FOLDER = Repository.at("contract/src/test/resources/golden/records");

    private static final String SCHEMA_PACKAGE = "natter.v1.";
    private static final String JAVA_PACKAGE = "chat.natter.contract.record.";

    static List<Path> files() {
        return Repository.files(FOLDER, path -> path.toString().endsWith(".txt"));
    }

    static GoldenRecord in(Path file) {
        String[] parts = Repository.read(file).split("\n", 3);
        return new GoldenRecord(parts[0], parts[1], parts[2]);
    }

    static GoldenRecord of(Message message) throws InvalidProtocolBufferException {
        return new GoldenRecord(
                message.getDescriptorForType().getFullName(),
                Base64.getEncoder().encodeToString(message.toByteArray()),
                JsonFormat.printer().print(message));
    }

    String text() {
        return type + "\n" + bytes + "\n" + json + "\n";
    }

    /** What today's code reads of the bytes. */
    Message read() throws InvalidProtocolBufferException {
        return empty(type).getParserForType().parseFrom(Base64.getDecoder().decode(bytes));
    }

    /** What they meant. A field that has gone, or has another name, is a failure. */
    Message meant() throws InvalidProtocolBufferException {
        Message.Builder meant = empty(type).newBuilderForType();
        JsonFormat.parser().merge(json, meant);
        return meant.build();
    }

    /** {@code natter.v1.Event} without anything in it. */
    static Message empty(String type) {
        try {
            return Internal.getDefaultInstance(Class.forName(JAVA_PACKAGE + type.substring(SCHEMA_PACKAGE.length()))
                    .asSubclass(GeneratedMessage.class));
        } catch (ClassNotFoundException e) {
            throw new AssertionError(type + " was the value of a topic, and is no message any more", e);
        }
    }
}
