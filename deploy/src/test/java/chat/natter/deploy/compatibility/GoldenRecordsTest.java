package chat.natter.deploy.compatibility;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.deploy.Repository;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The values of all topics: what a version wrote is what the next ones read, for topics outlive upgrades. */
class GoldenRecordsTest {
    private static final Pattern VALUE_OF_A_TOPIC = Pattern.compile("x-protobuf: (\\S+)");

    static Stream<Path> files() {
        return GoldenRecord.files().stream();
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsWhatWasWritten(Path file) throws IOException {
        GoldenRecord golden = GoldenRecord.in(file);

        assertThat(golden.read()).isEqualTo(golden.meant());
    }

    /** New fields want a new record: {@code -Dnatter.write=true} makes it, beside those that there are. */
    @Test
    void setsEveryFieldOfEveryTopicInSomeRecord() throws IOException {
        Set<String> missing = missing();
        if (Boolean.getBoolean("natter.write") && !missing.isEmpty()) {
            write(missing);
            missing = missing();
        }
        assertThat(missing)
                .as("in no record of " + GoldenRecord.FOLDER
                        + "; write one with mvn -pl deploy -am test -Dnatter.write=true")
                .isEmpty();
    }

    private static Set<String> missing() throws IOException {
        Set<String> missing = new TreeSet<>();
        for (String type : types()) {
            addFields(GoldenRecord.empty(type).getDescriptorForType(), missing);
        }
        for (Path file : GoldenRecord.files()) {
            missing.removeAll(set(GoldenRecord.in(file).read()));
        }
        return missing;
    }

    private static void write(Set<String> missing) throws IOException {
        Set<String> wanted = new HashSet<>(missing);
        for (String type : types()) {
            String folder = type.substring(type.lastIndexOf('.') + 1);
            for (Map.Entry<String, Message> made :
                    MakeRecords.of(GoldenRecord.empty(type)).entrySet()) {
                if (wanted.removeAll(set(made.getValue()))) {
                    Path file = free(GoldenRecord.FOLDER.resolve(folder), made.getKey());
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, GoldenRecord.of(made.getValue()).text());
                }
            }
        }
    }

    /** A record that there is stays what it is. */
    private static Path free(Path folder, String choice) {
        String name = choice.isEmpty() ? "record" : choice;
        Path file = folder.resolve(name + ".txt");
        for (int next = 2; Files.exists(file); next++) {
            file = folder.resolve(name + "-" + next + ".txt");
        }
        return file;
    }

    private static List<String> types() {
        return VALUE_OF_A_TOPIC
                .matcher(Repository.read(Repository.at("docs/asyncapi.yaml")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
    }

    private static void addFields(Descriptor type, Set<String> fields) {
        for (FieldDescriptor field : type.getFields()) {
            if (fields.add(field.getFullName()) && isMessage(field)) {
                addFields(field.getMessageType(), fields);
            }
        }
    }

    private static Set<String> set(Message message) {
        Set<String> fields = new HashSet<>();
        message.getAllFields().forEach((field, value) -> {
            fields.add(field.getFullName());
            if (isMessage(field)) {
                List<Object> inner = new ArrayList<>(value instanceof List<?> list ? list : List.of(value));
                inner.forEach(one -> fields.addAll(set((Message) one)));
            }
        });
        return fields;
    }

    private static boolean isMessage(FieldDescriptor field) {
        return field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
    }
}
