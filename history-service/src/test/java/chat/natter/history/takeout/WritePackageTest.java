package chat.natter.history.takeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Content;
import chat.natter.history.group.InMemoryGroups;
import chat.natter.history.group.SomeMembers;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.InMemoryChanges;
import chat.natter.history.message.InMemoryMessages;
import chat.natter.history.message.MessageKey;
import chat.natter.history.message.ReadForReaderOf;
import chat.natter.history.name.InMemoryNames;
import chat.natter.history.name.NameStore.NameChange;
import chat.natter.history.overview.InMemoryOverview;
import chat.natter.history.overview.Newcomer;
import chat.natter.history.personal.InMemoryPersonal;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What Alice gets. */
class WritePackageTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden/export");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant START = Instant.parse("2026-03-01T21:30:00Z");
    private static final UserId ALICE = new UserId("01jd3zk8x0000000000000000a");
    private static final UserId BOB = new UserId("01jd3zk8x0000000000000000b");
    private static final UserId EVE = new UserId("01jd3zk8x0000000000000000e");
    private static final ConversationId TWO = ConversationId.direct(ALICE, BOB);
    private static final ConversationId TEAM = ConversationId.groupOf(new MessageId(new UUID(1, 1)));
    private static final String TEXT = "{\"kind\":\"text\",\"text\":\"%s\"}";

    private final InMemoryMessages messages = new InMemoryMessages();
    private final InMemoryChanges changes = new InMemoryChanges();
    private final InMemoryPersonal personal = new InMemoryPersonal();
    private final InMemoryGroups groups = new InMemoryGroups();
    private final InMemoryOverview overview = new InMemoryOverview();
    private final InMemoryNames names = new InMemoryNames();
    private final Clock clock = Clock.fixed(START.plus(Duration.ofDays(1)), ZoneOffset.UTC);
    private final WritePackage writePackage = new WritePackage(
            new ListOwnConversations(overview, messages, SomeMembers.audience(groups), groups, names),
            ReadForReaderOf.stores(messages, changes, personal, clock),
            names,
            new ObjectMapper(),
            new SomeTakeoutConfig());

    WritePackageTest() {
        names.write(List.of(
                new NameChange(ALICE, 1, "Alice"),
                new NameChange(BOB, 1, "Bob <b>the</b> builder"),
                new NameChange(EVE, 2, "")));
    }

    @Test
    void showsAConversationToPeople() throws IOException {
        // Given
        conversation();

        // Then
        Map<String, String> files = files();
        assertThat(files.keySet()).containsExactly("conversations/0001.html", "index.html", "messages.jsonl");
        assertGolden("conversation.html", file(files, "conversations/0001.html"));
        assertGolden("index.html", file(files, "index.html"));
        assertGolden("messages.jsonl", file(files, "messages.jsonl"));
    }

    @Test
    void showsOfAGroupWhatTheUserMayRead() throws IOException {
        // Given
        overview.write(List.of(new Newcomer(ALICE, TEAM, 2), new Newcomer(BOB, TEAM, 1)));
        groups.write(List.of(
                SomeMembers.created(TEAM, BOB),
                SomeMembers.added(TEAM, 3, ALICE),
                SomeMembers.removed(TEAM, 5, ALICE)));
        keep(
                group(1, "{\"kind\":\"group.create\",\"title\":\"Team\"}"),
                entry(TEAM, 2, BOB, text("before")),
                group(3, "{\"kind\":\"group.add\",\"count\":1,\"members\":[\"" + ALICE + "\"]}"),
                entry(TEAM, 4, BOB, text("hello")),
                group(5, "{\"kind\":\"group.remove\",\"count\":1,\"members\":[\"" + ALICE + "\"]}"),
                entry(TEAM, 6, BOB, text("after")),
                change(TEAM, 7, BOB, Action.EDIT, 4, text("edited after")));

        // When
        Map<String, String> files = files();

        // Then
        assertThat(file(files, "conversations/0001.html"))
                .contains("added Alice", "hello", "removed Alice")
                .doesNotContain("before", "after", "made the group");
        assertThat(file(files, "messages.jsonl")).contains("hello").doesNotContain("before", "after");
    }

    @Test
    void cutsLongConversationsIntoPages() throws IOException {
        // Given
        overview.write(List.of(new Newcomer(ALICE, TWO, 1)));
        for (long seq = 1; seq <= 2L * WritePages.MESSAGES + 1; seq++) {
            keep(entry(TWO, seq, BOB, text("number " + seq), seq == 1_001 ? 400 : 0));
        }

        // When
        Map<String, String> files = files();

        // Then
        assertThat(files.keySet())
                .startsWith("conversations/0001.html", "conversations/0001-2.html", "conversations/0001-3.html");
        assertThat(file(files, "conversations/0001.html")).contains("number 500<", "\"0001-2.html\"");
        assertThat(file(files, "conversations/0001-2.html"))
                .contains("number 501<", "number 1000<", "\"0001.html\"", "\"0001-3.html\"");
        assertThat(file(files, "conversations/0001-3.html"))
                .contains("number 1001<", "0001.html#m400\">an earlier message")
                .doesNotContain("0001-4");
        assertThat(file(files, "messages.jsonl").lines()).hasSize(1_001 + 5);
    }

    @Test
    void tellsHowFarItHasCome() {
        // Given
        conversation();
        List<Long> told = new ArrayList<>();

        // When
        long count = writePackage.write(ALICE, BERLIN, START, new ByteArrayOutputStream(), (done, about) -> {
            assertThat(about).isEqualTo(14);
            told.add(done);
        });

        // Then
        assertThat(count).isEqualTo(8);
        assertThat(told).isSorted().startsWith(0L).endsWith(14L).contains(7L);
    }

    @Test
    void endsAtOnceWhenItIsToldTo() {
        conversation();

        assertThatThrownBy(
                        () -> writePackage.write(ALICE, BERLIN, START, new ByteArrayOutputStream(), (done, about) -> {
                            throw new IllegalStateException("called off");
                        }))
                .hasMessage("called off");
    }

    @Test
    void makesAPackageForWhoeverHasNothing() throws IOException {
        assertThat(files().keySet()).containsExactly("index.html", "messages.jsonl");
    }

    private void conversation() {
        overview.write(List.of(new Newcomer(ALICE, TWO, 1), new Newcomer(BOB, TWO, 1)));
        keep(
                entry(TWO, 1, ALICE, text("hello\\n<script>alert(1)</script>")),
                entry(TWO, 2, BOB, text("a mistake")),
                change(TWO, 3, BOB, Action.EDIT, 2, text("שלום & good evening")),
                entry(TWO, 4, ALICE, text("an answer"), 2),
                change(TWO, 5, BOB, Action.REACT, 4, "{\"kind\":\"reaction\",\"emoji\":\"👍\"}"),
                entry(TWO, 6, BOB, text("taken back")),
                change(TWO, 7, BOB, Action.RETRACT, 6, "{\"kind\":\"retract\"}"),
                entry(
                        TWO,
                        8,
                        BOB,
                        "{\"kind\":\"media\",\"ref\":\"01jd3zk8x0000000000000000m\",\"name\":\"\\\"><img src=x>.png\","
                                + "\"mime\":\"image/png\",\"size\":20480,\"caption\":\"a picture\"}"),
                expiring(9, "a secret that has vanished"),
                entry(TWO, 10, ALICE, text("deleted for me")),
                entry(TWO, 11, EVE, "{\"kind\":\"erased\"}"),
                entry(TWO, 12, BOB, "{\"kind\":\"game\",\"ref\":\"../../etc\"}"),
                entry(TWO, 13, BOB, "{\"kind\":\"poll\",\"question\":\"Lunch?\",\"options\":[\"yes\",\"no\"]}"),
                change(TWO, 14, ALICE, Action.VOTE, 13, "{\"kind\":\"vote\",\"options\":[0]}"));
        personal.hide(ALICE, new MessageKey(TWO, 10), START);
        personal.star(ALICE, new MessageKey(TWO, 2), true, START);
    }

    private Map<String, String> files() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        writePackage.write(ALICE, BERLIN, START, bytes, (done, about) -> {});
        Map<String, String> files = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        for (String line : file(files, "messages.jsonl").lines().toList()) {
            JsonNode json = new ObjectMapper().readTree(line);
            assertThat(json.path("type").asText()).isNotEmpty();
        }
        return files;
    }

    private static String file(Map<String, String> files, String name) {
        return files.getOrDefault(name, "there is no " + name);
    }

    /** {@code -Dnatter.write=true} writes the golden files anew. */
    private static void assertGolden(String name, String actual) throws IOException {
        if (Boolean.getBoolean("natter.write")) {
            Files.createDirectories(GOLDEN);
            Files.writeString(GOLDEN.resolve(name), actual);
        }
        assertThat(actual).isEqualTo(Files.readString(GOLDEN.resolve(name)));
    }

    private void keep(ArchivedMessage... entries) {
        messages.write(List.of(entries));
        changes.write(List.of(entries));
    }

    private static String text(String words) {
        return TEXT.formatted(words);
    }

    private static ArchivedMessage group(long seq, String json) {
        return entry(TEAM, seq, BOB, json, Action.GROUP, 0, 0, null);
    }

    private static ArchivedMessage entry(ConversationId conversation, long seq, UserId from, String json) {
        return entry(conversation, seq, from, json, 0);
    }

    private static ArchivedMessage entry(
            ConversationId conversation, long seq, UserId from, String json, long replyTo) {
        return entry(conversation, seq, from, json, Action.MESSAGE, 0, replyTo, null);
    }

    private static ArchivedMessage expiring(long seq, String words) {
        return entry(TWO, seq, BOB, text(words), Action.MESSAGE, 0, 0, START.plus(Duration.ofHours(23)));
    }

    private static ArchivedMessage change(
            ConversationId conversation, long seq, UserId from, Action action, long target, String json) {
        return entry(conversation, seq, from, json, action, target, 0, null);
    }

    private static ArchivedMessage entry(
            ConversationId conversation,
            long seq,
            UserId from,
            String json,
            Action action,
            long target,
            long replyTo,
            @Nullable Instant expiresAt) {
        return new ArchivedMessage(
                conversation,
                seq,
                1,
                from,
                new DeviceId("01jd3zk8x0000000000000000d"),
                new MessageId(new UUID(0x0193_0e2f_6d2b_7c41L, 0x9f52_0000_0000_0000L + seq)),
                START.plus(Duration.ofMinutes(20 * seq)),
                Content.ofJson(json),
                replyTo,
                expiresAt,
                action,
                target);
    }
}
