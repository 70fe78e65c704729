package chat.natter.history;

import static chat.natter.history.Answers.assertProblem;
import static chat.natter.history.Answers.header;
import static chat.natter.history.Answers.list;
import static chat.natter.history.Answers.seqs;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.record.AuditEvent;
import chat.natter.history.archive.SomeEvents;
import chat.natter.history.group.SomeMembers;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.SomeMessages;
import com.datastax.oss.driver.api.core.CqlSession;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The packaged service against real Kafka and Cassandra. Each test has a conversation of its own. */
class HistoryIT {
    private static HistoryScene scene;
    private static RunningService service;
    private static HistoryClient operator;

    private final SomeMessages some = new SomeMessages();

    @BeforeAll
    static void start() throws Exception {
        scene = new HistoryScene();
        service = scene.start(Map.of(
                "natter.history.admin.token", HistoryScene.ADMIN,
                "natter.history.erasure.settle", "1s",
                "natter.history.retention.settle", "1s",
                "natter.history.retention.classes.day", "1d",
                "natter.history.retention.classes.century", "36500d"));
        operator = new HistoryClient(service, "Bearer " + HistoryScene.ADMIN);
    }

    @AfterAll
    static void stop() {
        scene.close();
    }

    @Test
    void archivesTenThousandEventsAndPagesThroughThem() throws Exception {
        // Given
        List<ArchivedMessage> messages = some.messages(1, 10_000);
        HistoryClient alice = client(some.alice);

        // When
        scene.send(messages);
        alice.awaitArchived(some.conversation, 10_000);

        // Then
        List<JsonNode> all = alice.everything(some.conversation, 200);
        assertThat(seqs(all))
                .isEqualTo(LongStream.rangeClosed(1, 10_000).boxed().toList());
        assertThat(all.get(4_711).get("content").toString())
                .isEqualTo(messages.get(4_711).content().json());
        JsonNode page = alice.page(some.conversation, "?after=995&limit=10");
        assertThat(seqs(list(page)))
                .containsExactly(996L, 997L, 998L, 999L, 1_000L, 1_001L, 1_002L, 1_003L, 1_004L, 1_005L);
        assertThat(page.get("next").asLong()).isEqualTo(1_005);
        assertThat(alice.page(some.conversation, "?after=10000").has("next")).isFalse();
        JsonNode around = alice.page(some.conversation, "?around=5000&limit=5");
        assertThat(seqs(list(around))).containsExactly(4_998L, 4_999L, 5_000L, 5_001L, 5_002L);
        assertThat(around.get("previous").asLong()).isEqualTo(4_998);
        assertThat(around.get("next").asLong()).isEqualTo(5_002);
        String time = messages.get(0).at().toString();
        assertThat(seqs(list(alice.page(some.conversation, "?limit=3&after=" + time))))
                .containsExactly(1L, 2L, 3L);
        assertThat(list(alice.page(some.conversation, "?before=" + time))).isEmpty();
        scene.awaitRead();
    }

    @Test
    void readingTheSameEventsTwiceAndInAnotherOrderChangesNothing() throws Exception {
        // Given
        List<ArchivedMessage> messages = some.messages(1, 2_500);
        HistoryClient alice = client(some.alice);
        scene.send(messages);
        alice.awaitArchived(some.conversation, 2_500);
        List<JsonNode> before = alice.everything(some.conversation, 170);

        // When
        List<ArchivedMessage> shuffled = new ArrayList<>(messages);
        Collections.shuffle(shuffled, new Random(3));
        scene.send(shuffled);
        scene.send(messages);
        scene.awaitRead();

        // Then
        assertThat(alice.everything(some.conversation, 170)).isEqualTo(before);
        assertThat(before).hasSize(2_500);
    }

    @Test
    void showsAMessageAsItWasSent() throws Exception {
        // Given
        Instant expiry = Instant.now().plusSeconds(3_600).truncatedTo(ChronoUnit.MILLIS);
        String content = "{ \"kind\":\"text\",  \"text\":\"\\u00fc 👋\", \"n\":1.50 }";
        ArchivedMessage message = some.message(14, 3, expiry, content);
        HistoryClient bob = client(some.bob);

        // When
        scene.send(List.of(message));
        bob.awaitArchived(some.conversation, 14);

        // Then
        String body =
                bob.get("/v1/conversations/" + some.conversation + "/messages").body();
        JsonNode json = bob.page(some.conversation, "").at("/messages/0");
        assertThat(body).contains("\"content\":" + content);
        assertThat(json.get("conversation").asText()).isEqualTo(some.conversation.value());
        assertThat(json.get("epoch").asLong()).isEqualTo(3);
        assertThat(json.get("from").asText()).isEqualTo(some.alice.value());
        assertThat(json.get("device").asText()).isEqualTo(message.device().value());
        assertThat(json.get("id").asText()).isEqualTo(message.id().toString());
        assertThat(json.get("at").asText()).isEqualTo("2026-03-01T12:00:03.123Z");
        assertThat(json.get("replyTo").asLong()).isEqualTo(13);
        assertThat(Instant.parse(json.get("expiresAt").asText())).isEqualTo(expiry);
    }

    @Test
    void doesNotShowWhatHasExpired() throws Exception {
        // Given
        HistoryClient alice = client(some.alice);

        // When
        scene.send(List.of(
                some.message(1),
                some.expiring(2, Instant.now().minusSeconds(5)),
                some.expiring(3, Instant.now().plusSeconds(4)),
                some.message(4)));
        alice.awaitArchived(some.conversation, 4);

        // Then
        assertThat(seqs(alice.everything(some.conversation, 50)))
                .doesNotContain(2L)
                .contains(1L, 4L);
        await().atMost(HistoryScene.PATIENCE)
                .untilAsserted(() -> assertThat(seqs(alice.everything(some.conversation, 50)))
                        .containsExactly(1L, 4L));
    }

    @Test
    void setsAPoisonRecordAsideAndThePartitionGoesOn() throws Exception {
        // Given
        byte[] poison = {(byte) 0xff, 1, 2, 3};
        byte[] key = some.conversation.value().getBytes(StandardCharsets.UTF_8);
        HistoryClient alice = client(some.alice);
        scene.send(some.messages(1, 50));

        // When
        RecordMetadata sent = scene.topics()
                .place(new ProducerRecord<>(
                        scene.servers().events(),
                        null,
                        null,
                        key,
                        poison,
                        List.of(new RecordHeader("ce_id", new byte[] {7}))));
        scene.sendEvent(some.conversation.value(), null);
        scene.send(some.messages(51, 100));
        alice.awaitArchived(some.conversation, 100);

        // Then
        assertThat(alice.everything(some.conversation, 50)).hasSize(100);
        List<ConsumerRecord<byte[], byte[]>> letters = deadLetters(some.conversation.value());
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0).value()).isEqualTo(poison);
        assertThat(header(letters.get(0), "natter-topic"))
                .isEqualTo(scene.servers().events());
        assertThat(header(letters.get(0), "natter-partition")).isEqualTo("" + sent.partition());
        assertThat(header(letters.get(0), "natter-offset")).isEqualTo("" + sent.offset());
        assertThat(header(letters.get(0), "natter-cause")).isEqualTo("not an Event");
        assertThat(header(letters.get(0), "ce_id")).isEqualTo("\u0007");
        assertThat(letters.get(1).value()).isNull();
        assertThat(header(letters.get(1), "natter-cause")).isEqualTo("no value");
    }

    @Test
    void findsWhatWasSaidForThoseWhoMayReadIt() throws Exception {
        // Given
        HistoryClient alice = client(some.alice);
        UserId eve = new UserId(Ulid.next(Instant.now(), new Random()));

        // When
        scene.send(List.of(
                some.message(1, 1, null, "{\"kind\":\"text\",\"text\":\"Shall we have lunch at the Café?\"}"),
                some.message(2, 1, null, "{\"kind\":\"encrypted\",\"text\":\"lunch\"}"),
                some.message(3, 1, Instant.now().plusSeconds(3), "{\"kind\":\"text\",\"text\":\"lunch soon\"}"),
                some.message(4, 1, null, "{\"kind\":\"image\",\"media\":\"m\",\"caption\":\"our lunches\"}"),
                some.message(5)));
        alice.awaitArchived(some.conversation, 5);

        // Then
        await().atMost(HistoryScene.PATIENCE)
                .until(() -> seqs(alice.hits("lunch")).equals(List.of(4L, 1L)));
        assertThat(seqs(alice.hits("lunch from:me in:" + some.conversation + " has:media")))
                .containsExactly(4L);
        assertThat(seqs(alice.hits("\"at the cafe\""))).containsExactly(1L);
        assertThat(client(eve).hits("lunch")).isEmpty();
        assertThat(client(eve).hits("lunch in:" + some.conversation)).isEmpty();
        JsonNode hit = HistoryClient.json(alice.get("/v1/search?q=cafe")).at("/hits/0");
        assertThat(hit.at("/snippet/text").asText()).isEqualTo("Shall we have lunch at the Café?");
        assertThat(hit.at("/snippet/highlights/0/start").asInt()).isEqualTo(27);
        assertThat(hit.at("/snippet/highlights/0/end").asInt()).isEqualTo(31);
        JsonNode first = HistoryClient.json(alice.get("/v1/search?q=lunch&limit=1"));
        String cursor = first.get("next").asText();
        assertThat(seqs(list(HistoryClient.json(alice.get("/v1/search?q=lunch&limit=1&cursor=" + cursor)), "hits")))
                .containsExactly(1L);
        assertThat(list(HistoryClient.json(client(eve).get("/v1/search?q=lunch&cursor=" + cursor)), "hits"))
                .isEmpty();
        for (String query : List.of(
                "", "?q=", "?q=lunch&limit=51", "?q=lunch&limit=x", "?q=lunch&cursor=x", "?q=%22%22", "?q=before:x")) {
            assertProblem(alice.get("/v1/search" + query), 400, "bad_request");
        }
        // HTTP/2 would end the connection, not the request.
        HttpRequest.Builder huge = alice.request("/v1/search?q=" + "x".repeat(1_000_000));
        assertThat(alice.send(huge.version(HttpClient.Version.HTTP_1_1)).statusCode())
                .isEqualTo(414);
        assertProblem(new HistoryClient(service, "").get("/v1/search?q=lunch"), 401, "unauthenticated");
    }

    @Test
    void findsByTheLastEditAndKeepsNoWordOfWhatWasTakenBack() throws Exception {
        // Given
        HistoryClient alice = client(some.alice);
        scene.send(List.of(
                some.message(1, 1, null, "{\"kind\":\"text\",\"text\":\"quartz\"}"),
                some.message(2, 2, null, "{\"kind\":\"text\",\"text\":\"basalt\"}"),
                some.change(3, 1, Action.EDIT, "{\"kind\":\"text\",\"text\":\"granite\"}"),
                some.change(4, 2, Action.EDIT, "{\"kind\":\"text\",\"text\":\"marble\"}")));
        await().atMost(HistoryScene.PATIENCE)
                .ignoreException(IOException.class)
                .until(() -> seqs(alice.hits("granite")).equals(List.of(1L)));
        await().atMost(HistoryScene.PATIENCE)
                .until(() -> seqs(alice.hits("marble")).equals(List.of(2L)));
        assertThat(alice.hits("quartz")).isEmpty();
        assertThat(alice.hits("basalt")).isEmpty();

        // When
        scene.send(List.of(some.change(5, 1, Action.RETRACT, "{\"kind\":\"retract\"}")));
        await().atMost(HistoryScene.PATIENCE).until(() -> alice.hits("granite").isEmpty());

        // Then
        await().atMost(HistoryScene.PATIENCE)
                .untilAsserted(() ->
                        assertThat(postings()).contains("basalt", "marble").doesNotContain("quartz", "granite"));
        assertThat(seqs(alice.hits("marble"))).containsExactly(2L);
    }

    /** What a thief of the disk would read. */
    private List<String> postings() {
        try (CqlSession session = HistoryScene.session()) {
            List<String> terms = new ArrayList<>();
            session.execute(
                            "SELECT term FROM search_postings WHERE conversation = ? AND bucket = 0",
                            some.conversation.value())
                    .forEach(row -> terms.add(row.getString("term")));
            return terms;
        }
    }

    @Test
    void showsAConversationToItsMembersOnly() throws Exception {
        // Given
        UserId eve = new UserId(Ulid.next(Instant.now(), new Random()));
        String group = "g-" + Ulid.next(Instant.now(), new Random());
        ConversationId notes = ConversationId.direct(eve, eve);
        String path = "/v1/conversations/" + some.conversation + "/messages";
        HistoryClient alice = client(some.alice);

        // Then
        assertProblem(client(eve).get(path), 403, "not_a_member");
        assertProblem(alice.get("/v1/conversations/" + group + "/messages"), 403, "not_a_member");
        assertThat(client(eve).page(notes, "").get("messages")).isEmpty();
        assertProblem(alice.get("/v1/conversations/everything/messages"), 400, "bad_request");
        assertProblem(alice.get(path + "?limit=201"), 400, "bad_request");
        assertProblem(alice.get(path + "?limit=0"), 400, "bad_request");
        assertProblem(alice.get(path + "?before=x"), 400, "bad_request");
        assertProblem(alice.get(path + "?around=2026-02-30T00:00:00Z"), 400, "bad_request");
        assertProblem(alice.get(path + "?around=2147483648&limit=2147483648"), 400, "bad_request");
        assertProblem(alice.get(path + "?before=5&after=3"), 400, "bad_request");
        assertProblem(alice.get("/v1/nowhere"), 404, "not_found");
        assertProblem(
                alice.send(alice.request(path).POST(HttpRequest.BodyPublishers.noBody())), 405, "method_not_allowed");
        Instant later = Instant.now().plusSeconds(600);
        String subject = some.alice.value();
        for (String token : List.of(
                "",
                "Bearer nonsense",
                new TokenSigner().bearer(subject, "natter", later),
                HistoryScene.SIGNER.bearer(subject, "someone-else", later),
                HistoryScene.SIGNER.bearer(subject, "natter", Instant.now().minusSeconds(60)),
                HistoryScene.SIGNER.bearer("not-a-user", "natter", later))) {
            assertProblem(new HistoryClient(service, token).get(path), 401, "unauthenticated");
        }
    }

    @Test
    void erasesWhatAnErasedAccountHadSaidAndKeepsItErased() throws Exception {
        // Given
        HistoryClient bob = client(some.bob);
        List<ArchivedMessage> messages = List.of(
                some.message(1, 1, null, "{\"kind\":\"text\",\"text\":\"harmless\"}"),
                some.from(some.bob, some.message(2, 1, null, "{\"kind\":\"text\",\"text\":\"not my secret\"}")),
                some.change(3, 1, Action.EDIT, "{\"kind\":\"text\",\"text\":\"a secret\"}"),
                some.change(4, 2, Action.REACT, "{\"kind\":\"reaction\",\"emoji\":\"👍\"}"),
                some.message(5, 5, Instant.now().plusSeconds(3_600), "{\"kind\":\"text\",\"text\":\"secret too\"}"));
        scene.send(messages);
        bob.awaitArchived(some.conversation, 5);
        await().atMost(HistoryScene.PATIENCE)
                .until(() -> seqs(bob.hits("secret")).equals(List.of(5L, 2L, 1L)));

        // When
        scene.tell(some.alice, new byte[] {(byte) 0xff});
        scene.tell(some.alice, HistoryScene.erased(some.alice));
        await().atMost(HistoryScene.PATIENCE).until(() -> !erasures(some.alice).isEmpty());
        await().atMost(HistoryScene.PATIENCE)
                .until(() -> list(HistoryClient.json(client(some.alice).get("/v1/conversations")), "conversations")
                        .isEmpty());
        scene.send(messages);
        scene.send(List.of(some.message(6, 6, null, "{\"kind\":\"text\",\"text\":\"a late secret\"}")));
        scene.awaitRead();

        // Then
        List<JsonNode> all = bob.everything(some.conversation, 50);
        assertThat(all)
                .extracting(message -> message.at("/content/kind").asText())
                .containsExactly("erased", "text", "erased", "erased");
        assertThat(all.get(1).has("reactions")).isFalse();
        assertThat(seqs(bob.hits("secret"))).containsExactly(2L);
        assertThat(contents()).doesNotContain("a secret", "secret too", "👍").contains("not my secret");
        assertThat(erasures(some.alice)).hasSize(1);
        assertThat(erasures(some.alice).get(0).getDetailsMap())
                .containsEntry("entries", "4")
                .containsEntry("conversations", "1");
        assertThat(header(deadLetters(some.alice.value()).get(0), "natter-cause"))
                .isEqualTo("not an Account");
    }

    @Test
    void keepsAConversationAsLongAsAnOperatorSays() throws Exception {
        // Given
        HistoryClient alice = client(some.alice);
        String path = "/v1/admin/retention/" + some.conversation;
        scene.send(some.messages(1, 3));
        alice.awaitArchived(some.conversation, 3);

        // When
        assertThat(operator.put(path, "{\"by\":\"carol\",\"reason\":\"case 7\",\"hold\":true}")
                        .statusCode())
                .isEqualTo(200);
        await().atMost(HistoryScene.PATIENCE).until(() -> isInLine(operator));
        operator.put(path, "{\"by\":\"carol\",\"reason\":\"case 7\",\"hold\":true,\"retentionClass\":\"day\"}");
        await().atMost(HistoryScene.PATIENCE).until(() -> isInLine(operator));

        // Then
        assertThat(alice.everything(some.conversation, 50)).hasSize(3);

        // When
        operator.put(path, "{\"by\":\"dave\",\"reason\":\"case 7 is over\",\"retentionClass\":\"day\"}");

        // Then
        await().atMost(HistoryScene.PATIENCE)
                .until(() -> alice.everything(some.conversation, 50).isEmpty());
        assertThat(alice.hits("from:me")).isEmpty();
        assertThat(audit(event -> event.getConversation().equals(some.conversation.value())))
                .extracting(event -> event.getEvent() + " by " + event.getDetailsOrThrow("by"))
                .containsExactly("hold_placed by carol", "retention_changed by carol", "hold_released by dave");
        String nobody = "{\"reason\":\"?\"}";
        assertProblem(operator.put(path, nobody), 400, "bad_request");
        assertProblem(
                operator.put(path, "{\"by\":\"x\",\"reason\":\"x\",\"retentionClass\":\"week\"}"), 400, "bad_request");
        assertProblem(operator.put("/v1/admin/retention/x", "{}"), 400, "bad_request");
        assertProblem(alice.put(path, nobody), 401, "unauthenticated");
        assertProblem(alice.get("/v1/admin/retention"), 401, "unauthenticated");
    }

    @Test
    void findsInAGroupWhatItsMembersMayRead() throws Exception {
        // Given
        UserId carol = new UserId(Ulid.next(Instant.now(), new Random()));
        ConversationId team = ConversationId.groupOf(new MessageId(UUID.randomUUID()));

        // When
        for (byte[] event : List.of(
                SomeEvents.bytes(some.in(team, some.message(1)), SomeMembers.created(team, some.alice, some.bob)),
                SomeEvents.bytes(some.in(team, some.message(2, 2, null, "{\"kind\":\"text\",\"text\":\"a plan\"}"))),
                SomeEvents.bytes(some.in(team, some.message(3)), SomeMembers.added(team, 3, carol)),
                SomeEvents.bytes(some.in(team, some.message(4)), SomeMembers.removed(team, 4, some.bob)),
                SomeEvents.bytes(
                        some.in(team, some.message(5, 5, null, "{\"kind\":\"text\",\"text\":\"the plan\"}"))))) {
            scene.sendEvent(team.value(), event);
        }
        scene.topics().flush();

        // Then
        await().atMost(HistoryScene.PATIENCE)
                .until(() -> seqs(client(some.alice).hits("plan")).equals(List.of(5L, 2L)));
        assertThat(seqs(client(some.bob).hits("plan"))).containsExactly(2L);
        assertThat(seqs(client(carol).hits("plan in:" + team))).containsExactly(5L);
    }

    @Test
    void givesTheCompanyItsArchiveAndTellsWhoAskedForIt() throws Exception {
        // Given
        HistoryClient alice = client(some.alice);
        scene.send(some.messages(1, 1_300));
        scene.send(List.of(some.change(1_301, 1_300, Action.EDIT, "{\"kind\":\"text\",\"text\":\"better\"}")));
        scene.awaitRead();
        String path = "/v1/admin/export?by=carol&reason=case+7";

        // When
        List<String> lines = operator.get(path + "&conversation=" + some.conversation)
                .body()
                .lines()
                .toList();

        // Then
        assertThat(lines).hasSize(1_302).last().isEqualTo("{\"end\":true}");
        assertThat(lines.get(1_300)).contains("\"action\":\"edit\"", "better");
        String rest = "&user=" + some.bob + "&after=" + some.conversation + "/1290";
        assertThat(operator.get(path + rest).body().lines()).hasSize(12);
        // Whatever else the keyspace has comes before or after it.
        assertThat(operator.get(path).body().lines()).containsSubsequence(lines);
        List<AuditEvent> told = audit(event -> event.getEvent().equals("archive_exported"));
        assertThat(told).hasSize(3);
        assertThat(told.get(1).getDetailsMap()).containsEntry("by", "carol").containsEntry("user", some.bob.value());
        assertProblem(operator.get("/v1/admin/export?by=carol"), 400, "bad_request");
        assertProblem(operator.get(path + "&after=x"), 400, "bad_request");
        assertProblem(alice.get(path), 401, "unauthenticated");
    }

    private static boolean isInLine(HistoryClient operator) throws IOException, InterruptedException {
        return HistoryClient.json(operator.get("/v1/admin/retention"))
                .at("/policies/0/inLine")
                .asBoolean();
    }

    /** Whatever the tables hold of the conversation's words. */
    private String contents() {
        StringBuilder contents = new StringBuilder();
        try (CqlSession session = HistoryScene.session()) {
            for (String table : List.of("messages_by_conversation", "changes_by_message")) {
                session.execute(
                                "SELECT content FROM " + table + " WHERE conversation = ? AND bucket = 0",
                                some.conversation.value())
                        .forEach(
                                row -> contents.append(row.getString("content")).append('\n'));
            }
        }
        return contents.toString();
    }

    private static HistoryClient client(UserId user) {
        return HistoryScene.client(service, user);
    }

    private static List<AuditEvent> erasures(UserId user) {
        return audit(event ->
                event.getEvent().equals("content_erased") && event.getUser().equals(user.value()));
    }

    private static List<AuditEvent> audit(Predicate<AuditEvent> wanted) {
        return scene.topics().audit().stream().filter(wanted).toList();
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(String key) {
        return scene.topics().deadLetters().stream()
                .filter(letter -> new String(letter.key(), StandardCharsets.UTF_8).equals(key))
                .toList();
    }
}
