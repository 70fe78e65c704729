package chat.natter.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.AuditEvent;
import chat.natter.history.archive.SomeEvents;
import chat.natter.history.cassandra.OwnKeyspace;
import chat.natter.history.group.SomeMembers;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.SomeMessages;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The packaged service against real Kafka and Cassandra. Each test has topics and a conversation of its own. */
class HistoryIT {
    private static final TokenSigner SIGNER = new TokenSigner();
    /** One keyspace for all: making one takes Cassandra many seconds. */
    private static final Servers SHARED = Servers.withOwnNames();

    private static final String ADMIN = "a secret that operators have, of many characters";

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Servers servers = Servers.withOwnNames();
    private final Topics topics;
    private final SomeMessages some = new SomeMessages();
    private final S3Bucket s3 = new S3Bucket();
    private @Nullable RunningService service;

    HistoryIT() throws Exception {
        topics = new Topics(servers);
    }

    @AfterEach
    void stop() throws InterruptedException {
        RunningService running = service;
        if (running != null) {
            // Leaving its groups in good order takes many seconds, and nobody reads these topics after this.
            running.kill();
        }
        topics.close();
        s3.close();
    }

    @AfterAll
    static void dropKeyspace() {
        try (CqlSession session = CqlSession.builder()
                .addContactPoint(SHARED.cassandraAddress())
                .withLocalDatacenter(SHARED.datacenter())
                .build()) {
            OwnKeyspace.drop(session, SHARED.keyspace());
        }
    }

    @Test
    void archivesTenThousandEventsAndPagesThroughThem() throws Exception {
        // Given
        List<ArchivedMessage> messages = some.messages(1, 10_000);
        HistoryClient alice = client(start(Map.of()), some.alice);

        // When
        send(messages);
        awaitArchived(alice, 10_000);

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
        await().atMost(PATIENCE).until(() -> topics.committed() == 10_000);
    }

    @Test
    void readingTheSameEventsTwiceAndInAnotherOrderChangesNothing() throws Exception {
        // Given
        List<ArchivedMessage> messages = some.messages(1, 2_500);
        RunningService running = start(Map.of());
        HistoryClient alice = client(running, some.alice);
        send(messages);
        awaitArchived(alice, 2_500);
        List<JsonNode> before = alice.everything(some.conversation, 170);

        // When
        List<ArchivedMessage> shuffled = new ArrayList<>(messages);
        Collections.shuffle(shuffled, new Random(3));
        send(shuffled);
        send(messages);
        await().atMost(PATIENCE).until(() -> topics.committed() == 7_500);

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
        HistoryClient bob = client(start(Map.of()), some.bob);

        // When
        send(List.of(message));
        awaitArchived(bob, 14);

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
        HistoryClient alice = client(start(Map.of()), some.alice);

        // When
        send(List.of(
                some.message(1),
                some.expiring(2, Instant.now().minusSeconds(5)),
                some.expiring(3, Instant.now().plusSeconds(4)),
                some.message(4)));
        awaitArchived(alice, 4);

        // Then
        assertThat(seqs(alice.everything(some.conversation, 50)))
                .doesNotContain(2L)
                .contains(1L, 4L);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(seqs(alice.everything(some.conversation, 50)))
                        .containsExactly(1L, 4L));
    }

    @Test
    void setsAPoisonRecordAsideAndThePartitionGoesOn() throws Exception {
        // Given
        byte[] poison = {(byte) 0xff, 1, 2, 3};
        HistoryClient alice = client(start(Map.of()), some.alice);
        send(some.messages(1, 50));
        topics.flush();

        // When
        topics.send(new ProducerRecord<>(
                servers.events(), null, null, key(), poison, List.of(new RecordHeader("ce_id", new byte[] {7}))));
        topics.send(new ProducerRecord<>(servers.events(), key(), null));
        send(some.messages(51, 100));
        awaitArchived(alice, 100);

        // Then
        assertThat(alice.everything(some.conversation, 50)).hasSize(100);
        List<ConsumerRecord<byte[], byte[]>> letters = topics.deadLetters();
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0).value()).isEqualTo(poison);
        assertThat(letters.get(0).key()).isEqualTo(key());
        assertThat(header(letters.get(0), "natter-topic")).isEqualTo(servers.events());
        assertThat(header(letters.get(0), "natter-partition")).isBetween("0", "2");
        assertThat(header(letters.get(0), "natter-offset")).isEqualTo("50");
        assertThat(header(letters.get(0), "natter-cause")).isEqualTo("not an Event");
        assertThat(header(letters.get(0), "ce_id")).isEqualTo("\u0007");
        assertThat(letters.get(1).value()).isNull();
        assertThat(header(letters.get(1), "natter-cause")).isEqualTo("no value");
    }

    @Test
    void losesNothingWhenItIsKilledInTheMiddle() throws Exception {
        // Given
        RunningService first = start(Map.of());
        HistoryClient alice = client(first, some.alice);
        send(some.messages(1, 8_000));
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> newest(alice) > 500);

        // When
        first.kill();
        send(some.messages(8_001, 9_000));

        // Then
        HistoryClient again = client(start(Map.of()), some.alice);
        awaitArchived(again, 9_000);
        assertThat(seqs(again.everything(some.conversation, 200)))
                .isEqualTo(LongStream.rangeClosed(1, 9_000).boxed().toList());
    }

    @Test
    void waitsForCassandraWithoutSkippingAnything() throws Exception {
        try (BreakableLink link = new BreakableLink(servers.cassandraAddress())) {
            // Given
            RunningService running = start(Map.of("natter.cassandra.contact-points", link.address()));
            HistoryClient alice = client(running, some.alice);
            send(some.messages(1, 100));
            awaitArchived(alice, 100);
            await().atMost(PATIENCE).until(() -> topics.committed() == 100);

            // When
            link.cut();
            send(some.messages(101, 2_000));

            // Then
            await().atMost(PATIENCE).until(() -> running.statusOf("/q/health/ready") == 503);
            await().atMost(PATIENCE)
                    .until(() -> metric(alice, "natter_history_write_failures_total") > 3
                            && metric(alice, "natter_history_archive_lag_seconds") > 1);
            assertThat(running.statusOf("/q/health/live")).isEqualTo(200);
            assertThat(topics.committed()).isEqualTo(100);
            assertProblem(alice.get("/v1/conversations/" + some.conversation + "/messages"), 503, "unavailable");

            // When
            link.mend();

            // Then
            awaitArchived(alice, 2_000);
            assertThat(seqs(alice.everything(some.conversation, 200)))
                    .isEqualTo(LongStream.rangeClosed(1, 2_000).boxed().toList());
            assertThat(running.statusOf("/q/health/ready")).isEqualTo(200);
            assertThat(metric(alice, "natter_history_archive_lag_seconds")).isZero();
            assertThat(topics.deadLetters()).isEmpty();
        }
    }

    @Test
    void startsBeforeCassandraAndStopsWithoutIt() throws Exception {
        try (BreakableLink link = new BreakableLink(servers.cassandraAddress())) {
            // Given
            link.cut();
            send(some.messages(1, 10));

            // When
            RunningService running = launch(Map.of("natter.cassandra.contact-points", link.address()));
            await().atMost(PATIENCE).until(() -> running.statusOf("/q/health/live") == 200);
            HistoryClient alice = client(running, some.alice);

            // Then
            assertThat(running.statusOf("/q/health/ready")).isEqualTo(503);
            assertProblem(alice.get("/v1/conversations/" + some.conversation + "/messages"), 503, "unavailable");

            // When
            link.mend();

            // Then
            awaitArchived(alice, 10);

            // When
            link.cut();
            send(some.messages(11, 20));
            await().atMost(PATIENCE).until(() -> metric(alice, "natter_history_write_failures_total") > 1);
            Instant asked = Instant.now();
            running.close();

            // Then
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void findsWhatWasSaidForThoseWhoMayReadIt() throws Exception {
        // Given
        RunningService running = start(Map.of());
        HistoryClient alice = client(running, some.alice);
        UserId eve = new UserId(Ulid.next(Instant.now(), new Random()));

        // When
        send(List.of(
                some.message(1, 1, null, "{\"kind\":\"text\",\"text\":\"Shall we have lunch at the Café?\"}"),
                some.message(2, 1, null, "{\"kind\":\"encrypted\",\"text\":\"lunch\"}"),
                some.message(3, 1, Instant.now().plusSeconds(3), "{\"kind\":\"text\",\"text\":\"lunch soon\"}"),
                some.message(4, 1, null, "{\"kind\":\"image\",\"media\":\"m\",\"caption\":\"our lunches\"}"),
                some.message(5)));
        awaitArchived(alice, 5);

        // Then
        await().atMost(PATIENCE).until(() -> seqs(hits(alice, "lunch")).equals(List.of(4L, 1L)));
        assertThat(seqs(hits(alice, "lunch from:me in:" + some.conversation + " has:media")))
                .containsExactly(4L);
        assertThat(seqs(hits(alice, "\"at the cafe\""))).containsExactly(1L);
        assertThat(hits(client(running, eve), "lunch")).isEmpty();
        assertThat(hits(client(running, eve), "lunch in:" + some.conversation)).isEmpty();
        JsonNode hit = HistoryClient.json(alice.get("/v1/search?q=cafe")).at("/hits/0");
        assertThat(hit.at("/snippet/text").asText()).isEqualTo("Shall we have lunch at the Café?");
        assertThat(hit.at("/snippet/highlights/0/start").asInt()).isEqualTo(27);
        assertThat(hit.at("/snippet/highlights/0/end").asInt()).isEqualTo(31);
        JsonNode first = HistoryClient.json(alice.get("/v1/search?q=lunch&limit=1"));
        String cursor = first.get("next").asText();
        assertThat(seqs(list(HistoryClient.json(alice.get("/v1/search?q=lunch&limit=1&cursor=" + cursor)), "hits")))
                .containsExactly(1L);
        assertThat(list(HistoryClient.json(client(running, eve).get("/v1/search?q=lunch&cursor=" + cursor)), "hits"))
                .isEmpty();
        for (String query : List.of(
                "", "?q=", "?q=lunch&limit=51", "?q=lunch&limit=x", "?q=lunch&cursor=x", "?q=%22%22", "?q=before:x")) {
            assertProblem(alice.get("/v1/search" + query), 400, "bad_request");
        }
        // HTTP/2 would end the connection, not the request.
        HttpRequest.Builder huge = alice.request("/v1/search?q=" + "x".repeat(1_000_000));
        assertThat(alice.send(huge.version(HttpClient.Version.HTTP_1_1)).statusCode())
                .isEqualTo(414);
        assertProblem(new HistoryClient(running, "").get("/v1/search?q=lunch"), 401, "unauthenticated");
    }

    @Test
    void findsByTheLastEditAndKeepsNoWordOfWhatWasTakenBack() throws Exception {
        // Given
        HistoryClient alice = client(start(Map.of()), some.alice);
        send(List.of(
                some.message(1, 1, null, "{\"kind\":\"text\",\"text\":\"quartz\"}"),
                some.message(2, 2, null, "{\"kind\":\"text\",\"text\":\"basalt\"}"),
                some.change(3, 1, Action.EDIT, "{\"kind\":\"text\",\"text\":\"granite\"}"),
                some.change(4, 2, Action.EDIT, "{\"kind\":\"text\",\"text\":\"marble\"}")));
        await().atMost(PATIENCE)
                .ignoreException(IOException.class)
                .until(() -> seqs(hits(alice, "granite")).equals(List.of(1L)));
        await().atMost(PATIENCE).until(() -> seqs(hits(alice, "marble")).equals(List.of(2L)));
        assertThat(hits(alice, "quartz")).isEmpty();
        assertThat(hits(alice, "basalt")).isEmpty();

        // When
        send(List.of(some.change(5, 1, Action.RETRACT, "{\"kind\":\"retract\"}")));
        await().atMost(PATIENCE).until(() -> hits(alice, "granite").isEmpty());

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(postings()).contains("basalt", "marble").doesNotContain("quartz", "granite"));
        assertThat(seqs(hits(alice, "marble"))).containsExactly(2L);
    }

    /** What a thief of the disk would read. */
    private List<String> postings() {
        try (CqlSession session = CqlSession.builder()
                .addContactPoint(SHARED.cassandraAddress())
                .withLocalDatacenter(SHARED.datacenter())
                .withKeyspace(SHARED.keyspace())
                .build()) {
            List<String> terms = new ArrayList<>();
            session.execute(
                            "SELECT term FROM search_postings WHERE conversation = ? AND bucket = 0",
                            some.conversation.value())
                    .forEach(row -> terms.add(row.getString("term")));
            return terms;
        }
    }

    private static List<JsonNode> hits(HistoryClient client, String query) throws IOException, InterruptedException {
        HttpResponse<String> response = client.get("/v1/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return list(HistoryClient.json(response), "hits");
    }

    @Test
    void showsAConversationToItsMembersOnly() throws Exception {
        // Given
        RunningService running = start(Map.of());
        UserId eve = new UserId(Ulid.next(Instant.now(), new Random()));
        String group = "g-" + Ulid.next(Instant.now(), new Random());
        ConversationId notes = ConversationId.direct(eve, eve);
        String path = "/v1/conversations/" + some.conversation + "/messages";
        HistoryClient alice = client(running, some.alice);

        // Then
        assertProblem(client(running, eve).get(path), 403, "not_a_member");
        assertProblem(alice.get("/v1/conversations/" + group + "/messages"), 403, "not_a_member");
        assertThat(client(running, eve).page(notes, "").get("messages")).isEmpty();
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
                SIGNER.bearer(subject, "someone-else", later),
                SIGNER.bearer(subject, "natter", Instant.now().minusSeconds(60)),
                SIGNER.bearer("not-a-user", "natter", later))) {
            assertProblem(new HistoryClient(running, token).get(path), 401, "unauthenticated");
        }
    }

    @Test
    void erasesWhatAnErasedAccountHadSaidAndKeepsItErased() throws Exception {
        // Given
        Map<String, String> soon = Map.of("natter.history.erasure.settle", "1s");
        RunningService running = start(soon);
        HistoryClient bob = client(running, some.bob);
        List<ArchivedMessage> messages = List.of(
                some.message(1, 1, null, "{\"kind\":\"text\",\"text\":\"harmless\"}"),
                some.from(some.bob, some.message(2, 1, null, "{\"kind\":\"text\",\"text\":\"not my secret\"}")),
                some.change(3, 1, Action.EDIT, "{\"kind\":\"text\",\"text\":\"a secret\"}"),
                some.change(4, 2, Action.REACT, "{\"kind\":\"reaction\",\"emoji\":\"👍\"}"),
                some.message(5, 5, Instant.now().plusSeconds(3_600), "{\"kind\":\"text\",\"text\":\"secret too\"}"));
        send(messages);
        awaitArchived(bob, 5);
        await().atMost(PATIENCE).until(() -> seqs(hits(bob, "secret")).equals(List.of(5L, 2L, 1L)));

        // When
        byte[] user = some.alice.value().getBytes(StandardCharsets.UTF_8);
        topics.send(new ProducerRecord<>(servers.accounts(), user, new byte[] {(byte) 0xff}));
        topics.send(new ProducerRecord<>(servers.accounts(), user, erased(some.alice)));
        topics.flush();
        await().atMost(PATIENCE).until(() -> !topics.audit().isEmpty());
        await().atMost(PATIENCE)
                .until(() -> list(
                                HistoryClient.json(client(running, some.alice).get("/v1/conversations")),
                                "conversations")
                        .isEmpty());
        send(messages);
        send(List.of(some.message(6, 6, null, "{\"kind\":\"text\",\"text\":\"a late secret\"}")));
        await().atMost(PATIENCE).until(() -> topics.committed() == 11);

        // Then
        List<JsonNode> all = bob.everything(some.conversation, 50);
        assertThat(all)
                .extracting(message -> message.at("/content/kind").asText())
                .containsExactly("erased", "text", "erased", "erased");
        assertThat(all.get(1).has("reactions")).isFalse();
        assertThat(seqs(hits(bob, "secret"))).containsExactly(2L);
        assertThat(contents()).doesNotContain("a secret", "secret too", "👍").contains("not my secret");
        assertThat(topics.audit()).hasSize(1);
        AuditEvent audit = AuditEvent.parseFrom(topics.audit().get(0).value());
        assertThat(audit.getEvent()).isEqualTo("content_erased");
        assertThat(audit.getUser()).isEqualTo(some.alice.value());
        assertThat(audit.getDetailsMap()).containsEntry("entries", "4").containsEntry("conversations", "1");
        assertThat(header(topics.deadLetters().get(0), "natter-cause")).isEqualTo("not an Account");
    }

    @Test
    void keepsAConversationAsLongAsAnOperatorSays() throws Exception {
        // Given
        RunningService running = start(Map.of(
                "natter.history.admin.token", ADMIN,
                "natter.history.retention.settle", "1s",
                "natter.history.retention.classes.day", "1d",
                "natter.history.retention.classes.century", "36500d"));
        HistoryClient alice = client(running, some.alice);
        HistoryClient operator = new HistoryClient(running, "Bearer " + ADMIN);
        String path = "/v1/admin/retention/" + some.conversation;
        send(some.messages(1, 3));
        awaitArchived(alice, 3);

        // When
        assertThat(put(operator, path, "{\"by\":\"carol\",\"reason\":\"case 7\",\"hold\":true}")
                        .statusCode())
                .isEqualTo(200);
        await().atMost(PATIENCE).until(() -> isInLine(operator));
        put(operator, path, "{\"by\":\"carol\",\"reason\":\"case 7\",\"hold\":true,\"retentionClass\":\"day\"}");
        await().atMost(PATIENCE).until(() -> isInLine(operator));

        // Then
        assertThat(alice.everything(some.conversation, 50)).hasSize(3);

        // When
        put(operator, path, "{\"by\":\"dave\",\"reason\":\"case 7 is over\",\"retentionClass\":\"day\"}");

        // Then
        await().atMost(PATIENCE)
                .until(() -> alice.everything(some.conversation, 50).isEmpty());
        assertThat(hits(alice, "from:me")).isEmpty();
        List<String> told = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : topics.audit()) {
            AuditEvent event = AuditEvent.parseFrom(record.value());
            assertThat(event.getConversation()).isEqualTo(some.conversation.value());
            told.add(event.getEvent() + " by " + event.getDetailsOrThrow("by"));
        }
        assertThat(told).containsExactly("hold_placed by carol", "retention_changed by carol", "hold_released by dave");
        String nobody = "{\"reason\":\"?\"}";
        assertProblem(put(operator, path, nobody), 400, "bad_request");
        assertProblem(
                put(operator, path, "{\"by\":\"x\",\"reason\":\"x\",\"retentionClass\":\"week\"}"), 400, "bad_request");
        assertProblem(put(operator, "/v1/admin/retention/x", "{}"), 400, "bad_request");
        assertProblem(put(alice, path, nobody), 401, "unauthenticated");
        assertProblem(alice.get("/v1/admin/retention"), 401, "unauthenticated");
    }

    @Test
    void findsInAGroupWhatItsMembersMayRead() throws Exception {
        // Given
        RunningService running = start(Map.of());
        UserId carol = new UserId(Ulid.next(Instant.now(), new Random()));
        ConversationId team = ConversationId.groupOf(new MessageId(UUID.randomUUID()));
        byte[] group = team.value().getBytes(StandardCharsets.UTF_8);

        // When
        for (byte[] event : List.of(
                SomeEvents.bytes(some.in(team, some.message(1)), SomeMembers.created(team, some.alice, some.bob)),
                SomeEvents.bytes(some.in(team, some.message(2, 2, null, "{\"kind\":\"text\",\"text\":\"a plan\"}"))),
                SomeEvents.bytes(some.in(team, some.message(3)), SomeMembers.added(team, 3, carol)),
                SomeEvents.bytes(some.in(team, some.message(4)), SomeMembers.removed(team, 4, some.bob)),
                SomeEvents.bytes(
                        some.in(team, some.message(5, 5, null, "{\"kind\":\"text\",\"text\":\"the plan\"}"))))) {
            topics.send(new ProducerRecord<>(servers.events(), group, event));
        }
        topics.flush();

        // Then
        await().atMost(PATIENCE)
                .until(() -> seqs(hits(client(running, some.alice), "plan")).equals(List.of(5L, 2L)));
        assertThat(seqs(hits(client(running, some.bob), "plan"))).containsExactly(2L);
        assertThat(seqs(hits(client(running, carol), "plan in:" + team))).containsExactly(5L);
    }

    @Test
    void givesAUserAllThatTheyMayReadAndNothingOnceTheyAreErased() throws Exception {
        try (BreakableLink link = new BreakableLink(s3.address())) {
            givesAUserAllThatTheyMayRead(link);
        }
    }

    private void givesAUserAllThatTheyMayRead(BreakableLink link) throws Exception {
        // Given
        Map<String, String> config = new HashMap<>(s3.config(link.address()));
        config.putAll(Map.of(
                "natter.history.jobs.lease", "3s",
                "natter.history.jobs.look-every", "200ms",
                "natter.history.erasure.settle", "1s"));
        RunningService running = start(config);
        HistoryClient alice = client(running, some.alice);
        byte[] user = some.alice.value().getBytes(StandardCharsets.UTF_8);
        topics.send(new ProducerRecord<>(servers.accounts(), user, named(some.alice, "Alice <i>")));
        topics.flush();
        send(some.messages(1, 5_000));
        awaitArchived(alice, 5_000);
        await().atMost(PATIENCE).until(() -> "Alice <i>".equals(nameOf(some.alice)));

        // When: the object store is away, and the service is killed
        link.cut();
        HttpResponse<String> asked = post(alice, "/v1/exports", "{\"zone\":\"Europe/Berlin\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String path = "/v1/exports/" + HistoryClient.json(asked).get("id").asText();
        assertProblem(post(alice, "/v1/exports", "{}"), 409, "conflict");
        assertProblem(client(running, some.bob).get(path), 404, "not_found");
        assertProblem(post(client(running, some.bob), "/v1/exports", "{\"zone\":\"Mars\"}"), 400, "bad_request");
        await().atMost(PATIENCE).until(() -> state(alice, path).equals("running"));
        running.kill();
        link.mend();
        HistoryClient again = client(start(config), some.alice);

        // Then
        await().atMost(PATIENCE).until(() -> state(again, path).equals("ready"));
        JsonNode export = HistoryClient.json(again.get(path));
        assertThat(export.get("messages").asLong()).isEqualTo(5_000);
        String address =
                again.get(path + "/file").headers().firstValue("Location").orElseThrow();
        Map<String, String> files = S3Bucket.unzip(address);
        assertThat(files.getOrDefault("messages.jsonl", "").lines()).hasSize(5_000 + 4);
        assertThat(files.get("index.html")).contains("Messages of <bdi>Alice &lt;i&gt;</bdi>");
        assertThat(files.keySet()).contains("conversations/0001.html", "conversations/0001-10.html");
        List<String> told = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : topics.audit()) {
            told.add(AuditEvent.parseFrom(record.value()).getEvent());
        }
        assertThat(told).containsExactly("export_asked", "export_fetched");

        // When
        topics.send(new ProducerRecord<>(servers.accounts(), user, erased(some.alice)));
        topics.flush();

        // Then
        await().atMost(PATIENCE).until(() -> topics.audit().size() == 3);
        assertThat(s3.keys()).isEmpty();
        assertThat(state(again, path)).isEqualTo("cancelled");
        assertProblem(again.get(path + "/file"), 410, "gone");
        assertProblem(post(again, "/v1/exports", "{}"), 410, "gone");
        await().atMost(PATIENCE).until(() -> "".equals(nameOf(some.alice)));
    }

    @Test
    void givesTheCompanyItsArchiveAndTellsWhoAskedForIt() throws Exception {
        // Given
        RunningService running = start(Map.of("natter.history.admin.token", ADMIN));
        HistoryClient alice = client(running, some.alice);
        HistoryClient operator = new HistoryClient(running, "Bearer " + ADMIN);
        send(some.messages(1, 1_300));
        send(List.of(some.change(1_301, 1_300, Action.EDIT, "{\"kind\":\"text\",\"text\":\"better\"}")));
        await().atMost(PATIENCE).until(() -> topics.committed() == 1_301);
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
        AuditEvent event = AuditEvent.parseFrom(topics.audit().get(1).value());
        assertThat(event.getEvent()).isEqualTo("archive_exported");
        assertThat(event.getDetailsMap()).containsEntry("by", "carol").containsEntry("user", some.bob.value());
        assertProblem(operator.get("/v1/admin/export?by=carol"), 400, "bad_request");
        assertProblem(operator.get(path + "&after=x"), 400, "bad_request");
        assertProblem(alice.get(path), 401, "unauthenticated");
        assertThat(topics.audit()).hasSize(3);
    }

    @Test
    void replayingEverythingTwiceChangesNoRow() throws Exception {
        // Given
        UserId carol = new UserId(Ulid.next(Instant.now(), new Random()));
        ConversationId team = ConversationId.groupOf(new MessageId(UUID.randomUUID()));
        List<byte[]> ofTeam = List.of(
                SomeEvents.bytes(some.in(team, some.message(1)), SomeMembers.created(team, some.alice, some.bob)),
                SomeEvents.bytes(some.in(team, some.message(2, 2, null, "{\"kind\":\"text\",\"text\":\"a plan\"}"))),
                SomeEvents.bytes(some.in(team, some.message(3, 3, null, "{}")), SomeMembers.added(team, 3, carol)),
                SomeEvents.bytes(some.in(team, some.message(4, 4, null, "{}")), SomeMembers.removed(team, 4, carol)));
        start(Map.of());
        send(some.messages(1, 1_200));
        send(List.of(
                some.change(1_201, 1_200, Action.EDIT, "{\"kind\":\"text\",\"text\":\"better\"}"),
                some.change(1_202, 1_199, Action.EDIT, "{\"kind\":\"text\",\"text\":\"worse\"}"),
                some.change(1_203, 1_199, Action.RETRACT, "{}"),
                some.change(1_204, 1_200, Action.REACT, "{\"kind\":\"reaction\",\"emoji\":\"👍\"}"),
                some.change(1_205, 1_200, Action.PIN, "{}")));
        for (byte[] event : ofTeam) {
            topics.send(new ProducerRecord<>(servers.events(), team.value().getBytes(StandardCharsets.UTF_8), event));
        }
        topics.flush();
        await().atMost(PATIENCE).until(() -> topics.committed() == 1_209);
        List<String> before = rows(List.of(some.conversation, team), List.of(some.alice, some.bob, carol));

        for (int replay = 0; replay < 2; replay++) {
            // When
            stopService();
            topics.forgetWhatWasRead();
            start(Map.of());
            await().atMost(PATIENCE).until(() -> topics.committed() == 1_209);

            // Then
            assertThat(rows(List.of(some.conversation, team), List.of(some.alice, some.bob, carol)))
                    .isEqualTo(before);
        }
        assertThat(before).hasSizeGreaterThan(2_500).noneMatch(row -> row.contains("worse"));
    }

    /** All that the archive has of these conversations and users. */
    private static List<String> rows(List<ConversationId> conversations, List<UserId> users) {
        List<String> rows = new ArrayList<>();
        try (CqlSession session = CqlSession.builder()
                .addContactPoint(SHARED.cassandraAddress())
                .withLocalDatacenter(SHARED.datacenter())
                .withKeyspace(SHARED.keyspace())
                .build()) {
            for (ConversationId conversation : conversations) {
                for (String table : List.of(
                        "messages_by_conversation", "changes_by_message", "search_postings", "search_changes")) {
                    for (long bucket = 0; bucket < 2; bucket++) {
                        read(session, table, "conversation = ? AND bucket = " + bucket, conversation.value(), rows);
                    }
                }
                for (String table : List.of("conversation_heads", "bucket_starts", "group_member_changes", "groups")) {
                    read(session, table, "conversation = ?", conversation.value(), rows);
                }
            }
            for (UserId user : users) {
                read(session, "conversations_by_user", "member = ?", user.value(), rows);
                // How far they have come is told now and then, and so depends on how batches fall.
                session.execute("SELECT conversation FROM search_activity WHERE user = ?", user.value())
                        .forEach(row -> rows.add("search_activity " + user + " " + row.getString(0)));
            }
        }
        return rows;
    }

    private static void read(CqlSession session, String table, String where, String key, List<String> rows) {
        session.execute("SELECT JSON * FROM " + table + " WHERE " + where, key)
                .forEach(row -> rows.add(table + " " + row.getString(0)));
    }

    private void stopService() {
        RunningService running = service;
        if (running != null) {
            running.close();
        }
    }

    private static boolean isInLine(HistoryClient operator) throws IOException, InterruptedException {
        return HistoryClient.json(operator.get("/v1/admin/retention"))
                .at("/policies/0/inLine")
                .asBoolean();
    }

    private static HttpResponse<String> put(HistoryClient client, String path, String body)
            throws IOException, InterruptedException {
        return client.send(client.request(path)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpResponse<String> post(HistoryClient client, String path, String body)
            throws IOException, InterruptedException {
        return client.send(client.request(path)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String state(HistoryClient client, String path) throws IOException, InterruptedException {
        return HistoryClient.json(client.get(path)).path("state").asText();
    }

    /** Null, as long as none is kept. */
    private static @Nullable String nameOf(UserId user) {
        try (CqlSession session = session()) {
            Row row = session.execute("SELECT name FROM names_by_user WHERE member = ?", user.value())
                    .one();
            return row == null ? null : row.getString("name");
        }
    }

    private static byte[] named(UserId user, String name) {
        return Account.newBuilder()
                .setUser(user.value())
                .setVersion(1)
                .setStatus(Account.Status.ACTIVE)
                .setDisplayName(name)
                .build()
                .toByteArray();
    }

    private static byte[] erased(UserId user) {
        return Account.newBuilder()
                .setUser(user.value())
                .setVersion(7)
                .setStatus(Account.Status.ERASED)
                .setAt(Instant.now().toEpochMilli())
                .build()
                .toByteArray();
    }

    /** Whatever the tables hold of the conversation's words. */
    private String contents() {
        StringBuilder contents = new StringBuilder();
        try (CqlSession session = session()) {
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

    private static CqlSession session() {
        return CqlSession.builder()
                .addContactPoint(SHARED.cassandraAddress())
                .withLocalDatacenter(SHARED.datacenter())
                .withKeyspace(SHARED.keyspace())
                .build();
    }

    private RunningService start(Map<String, String> more) {
        return launch(more).awaitReady();
    }

    private RunningService launch(Map<String, String> more) {
        Map<String, String> config = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", servers.kafka(),
                "natter.history.kafka.events", servers.events(),
                "natter.history.kafka.dead-letters", servers.deadLetters(),
                "natter.history.kafka.group", servers.group(),
                "natter.cassandra.contact-points", servers.cassandra(),
                "natter.cassandra.keyspace", SHARED.keyspace(),
                "natter.history.archive.longest-pause", "1s",
                "mp.jwt.verify.publickey", SIGNER.publicKey(),
                "mp.jwt.verify.publickey.location", "NONE"));
        config.putAll(Map.of(
                "natter.history.kafka.accounts", servers.accounts(), "natter.history.kafka.audit", servers.audit()));
        config.putAll(more);
        RunningService started = RunningService.start(config);
        service = started;
        return started;
    }

    private static HistoryClient client(RunningService running, UserId user) {
        return new HistoryClient(running, SIGNER.bearer(user));
    }

    private void send(List<ArchivedMessage> messages) throws Exception {
        for (ArchivedMessage message : messages) {
            topics.send(new ProducerRecord<>(servers.events(), key(), SomeEvents.bytes(message)));
        }
        topics.flush();
    }

    private byte[] key() {
        return some.conversation.value().getBytes(StandardCharsets.UTF_8);
    }

    private void awaitArchived(HistoryClient client, long seq) {
        Callable<Boolean> archived = () -> newest(client) >= seq;
        await().atMost(PATIENCE).ignoreException(IOException.class).until(archived);
    }

    private long newest(HistoryClient client) throws IOException, InterruptedException {
        JsonNode newest = client.page(some.conversation, "?limit=1").at("/messages/0/seq");
        return newest.asLong();
    }

    private static double metric(HistoryClient client, String name) throws IOException, InterruptedException {
        return client.get("/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static List<JsonNode> list(JsonNode page) {
        return list(page, "messages");
    }

    private static List<JsonNode> list(JsonNode page, String name) {
        List<JsonNode> members = new ArrayList<>();
        page.get(name).forEach(members::add);
        return members;
    }

    /** Of messages, or of the messages of hits. */
    private static List<Long> seqs(List<JsonNode> members) {
        return members.stream()
                .map(member -> member.path("message")
                        .path("seq")
                        .asLong(member.path("seq").asLong()))
                .toList();
    }

    private static @Nullable String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static void assertProblem(HttpResponse<String> response, int status, String code) throws IOException {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(HistoryClient.json(response).get("code").asText()).isEqualTo(code);
    }
}
