package chat.natter.history;

import static chat.natter.history.Answers.assertProblem;
import static chat.natter.history.Answers.seqs;
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
import chat.natter.history.group.SomeMembers;
import chat.natter.history.message.SomeMessages;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.Row;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The packaged service when something dies: itself, Cassandra or the object store. */
class HistoryFailuresIT {
    private final HistoryScene scene;
    private final SomeMessages some = new SomeMessages();

    HistoryFailuresIT() throws Exception {
        scene = new HistoryScene();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void losesNothingWhenItIsKilledInTheMiddle() throws Exception {
        // Given
        RunningService first = scene.start(Map.of());
        HistoryClient alice = HistoryScene.client(first, some.alice);
        scene.send(some.messages(1, 8_000));
        await().atMost(HistoryScene.PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> alice.newest(some.conversation) > 500);

        // When
        first.kill();
        scene.send(some.messages(8_001, 9_000));

        // Then
        HistoryClient again = HistoryScene.client(scene.start(Map.of()), some.alice);
        again.awaitArchived(some.conversation, 9_000);
        assertThat(seqs(again.everything(some.conversation, 200)))
                .isEqualTo(LongStream.rangeClosed(1, 9_000).boxed().toList());
    }

    @Test
    void waitsForCassandraWithoutSkippingAnything() throws Exception {
        try (BreakableLink link = new BreakableLink(scene.servers().cassandraAddress())) {
            // Given
            RunningService running = scene.start(Map.of("natter.cassandra.contact-points", link.address()));
            HistoryClient alice = HistoryScene.client(running, some.alice);
            scene.send(some.messages(1, 100));
            alice.awaitArchived(some.conversation, 100);
            scene.awaitRead();

            // When
            link.cut();
            scene.send(some.messages(101, 2_000));

            // Then
            await().atMost(HistoryScene.PATIENCE).until(() -> running.statusOf("/q/health/ready") == 503);
            await().atMost(HistoryScene.PATIENCE)
                    .until(() -> alice.metric("natter_history_write_failures_total") > 3
                            && alice.metric("natter_history_archive_lag_seconds") > 1);
            assertThat(running.statusOf("/q/health/live")).isEqualTo(200);
            assertThat(scene.topics().committed()).isEqualTo(100);
            assertProblem(alice.get("/v1/conversations/" + some.conversation + "/messages"), 503, "unavailable");

            // When
            link.mend();

            // Then
            alice.awaitArchived(some.conversation, 2_000);
            assertThat(seqs(alice.everything(some.conversation, 200)))
                    .isEqualTo(LongStream.rangeClosed(1, 2_000).boxed().toList());
            assertThat(running.statusOf("/q/health/ready")).isEqualTo(200);
            assertThat(alice.metric("natter_history_archive_lag_seconds")).isZero();
            assertThat(scene.topics().deadLetters()).isEmpty();
        }
    }

    @Test
    void startsBeforeCassandraAndStopsWithoutIt() throws Exception {
        try (BreakableLink link = new BreakableLink(scene.servers().cassandraAddress())) {
            // Given
            link.cut();
            scene.send(some.messages(1, 10));

            // When
            RunningService running = scene.launch(Map.of("natter.cassandra.contact-points", link.address()));
            await().atMost(HistoryScene.PATIENCE).until(() -> running.statusOf("/q/health/live") == 200);
            HistoryClient alice = HistoryScene.client(running, some.alice);

            // Then
            assertThat(running.statusOf("/q/health/ready")).isEqualTo(503);
            assertProblem(alice.get("/v1/conversations/" + some.conversation + "/messages"), 503, "unavailable");

            // When
            link.mend();

            // Then
            alice.awaitArchived(some.conversation, 10);

            // When
            link.cut();
            scene.send(some.messages(11, 20));
            await().atMost(HistoryScene.PATIENCE).until(() -> alice.metric("natter_history_write_failures_total") > 1);
            Instant asked = Instant.now();
            running.close();

            // Then
            assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void givesAUserAllThatTheyMayReadAndNothingOnceTheyAreErased() throws Exception {
        try (S3Bucket s3 = new S3Bucket();
                BreakableLink link = new BreakableLink(s3.address())) {
            givesAUserAllThatTheyMayRead(s3, link);
        }
    }

    private void givesAUserAllThatTheyMayRead(S3Bucket s3, BreakableLink link) throws Exception {
        // Given
        Map<String, String> config = soonTakenOver(s3, link);
        config.put("natter.history.erasure.settle", "1s");
        RunningService running = scene.start(config);
        HistoryClient alice = HistoryScene.client(running, some.alice);
        scene.tell(some.alice, named(some.alice, "Alice <i>"));
        scene.send(some.messages(1, 5_000));
        alice.awaitArchived(some.conversation, 5_000);
        await().atMost(HistoryScene.PATIENCE).until(() -> "Alice <i>".equals(nameOf(some.alice)));

        // When: the object store is away, and the service is killed
        link.cut();
        HttpResponse<String> asked = alice.post("/v1/exports", "{\"zone\":\"Europe/Berlin\"}");
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String path = "/v1/exports/" + HistoryClient.json(asked).get("id").asText();
        assertProblem(alice.post("/v1/exports", "{}"), 409, "conflict");
        assertProblem(HistoryScene.client(running, some.bob).get(path), 404, "not_found");
        assertProblem(
                HistoryScene.client(running, some.bob).post("/v1/exports", "{\"zone\":\"Mars\"}"), 400, "bad_request");
        await().atMost(HistoryScene.PATIENCE).until(() -> state(alice, path).equals("running"));
        running.kill();
        link.mend();
        HistoryClient again = HistoryScene.client(scene.start(config), some.alice);

        // Then
        await().atMost(HistoryScene.PATIENCE).until(() -> state(again, path).equals("ready"));
        JsonNode export = HistoryClient.json(again.get(path));
        assertThat(export.get("messages").asLong()).isEqualTo(5_000);
        String address =
                again.get(path + "/file").headers().firstValue("Location").orElseThrow();
        Map<String, String> files = S3Bucket.unzip(address);
        assertThat(files.getOrDefault("messages.jsonl", "").lines()).hasSize(5_000 + 4);
        assertThat(files.get("index.html")).contains("Messages of <bdi>Alice &lt;i&gt;</bdi>");
        assertThat(files.keySet()).contains("conversations/0001.html", "conversations/0001-10.html");
        assertThat(scene.topics().audit())
                .extracting(AuditEvent::getEvent)
                .containsExactly("export_asked", "export_fetched");

        // When
        scene.tell(some.alice, HistoryScene.erased(some.alice));

        // Then
        await().atMost(HistoryScene.PATIENCE).until(() -> scene.topics().audit().size() == 3);
        assertThat(s3.keys()).isEmpty();
        assertThat(state(again, path)).isEqualTo("cancelled");
        assertProblem(again.get(path + "/file"), 410, "gone");
        assertProblem(again.post("/v1/exports", "{}"), 410, "gone");
        await().atMost(HistoryScene.PATIENCE).until(() -> "".equals(nameOf(some.alice)));
    }

    @Test
    void givesTheCompanyItsArchiveInFilesThoughTheInstanceThatWroteThemWasKilled() throws Exception {
        try (S3Bucket s3 = new S3Bucket();
                BreakableLink link = new BreakableLink(s3.address())) {
            givesTheCompanyItsArchiveInFiles(s3, link);
        }
    }

    private void givesTheCompanyItsArchiveInFiles(S3Bucket s3, BreakableLink link) throws Exception {
        // Given
        Map<String, String> config = soonTakenOver(s3, link);
        config.putAll(Map.of(
                "natter.history.admin.token",
                HistoryScene.ADMIN,
                "natter.history.archive-export.part-entries",
                "1000"));
        RunningService running = scene.start(config);
        scene.send(some.messages(1, 2_500));
        scene.awaitRead();

        // When: the object store is away, and the service is killed
        link.cut();
        HistoryClient operator = new HistoryClient(running, "Bearer " + HistoryScene.ADMIN);
        String order = "{\"by\":\"carol\",\"reason\":\"case 7\",\"conversation\":\"" + some.conversation + "\"}";
        HttpResponse<String> asked = operator.post("/v1/admin/exports", order);
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
        String path = "/v1/admin/exports/" + HistoryClient.json(asked).get("id").asText();
        await().atMost(HistoryScene.PATIENCE).until(() -> state(operator, path).equals("running"));
        assertProblem(operator.get(path + "/parts/1?by=dave"), 404, "not_found");
        assertProblem(HistoryScene.client(running, some.alice).get(path), 401, "unauthenticated");
        assertProblem(operator.post("/v1/admin/exports", "{\"by\":\"carol\"}"), 400, "bad_request");
        assertProblem(operator.post("/v1/admin/exports", order.replace("d-", "x-")), 400, "bad_request");
        running.kill();
        link.mend();
        HistoryClient again = new HistoryClient(scene.start(config), "Bearer " + HistoryScene.ADMIN);

        // Then
        await().atMost(HistoryScene.PATIENCE).until(() -> state(again, path).equals("ready"));
        JsonNode export = HistoryClient.json(again.get(path));
        assertThat(export.get("by").asText()).isEqualTo("carol");
        assertThat(export.get("parts"))
                .extracting(part -> part.get("entries").asLong())
                .containsExactly(1_000L, 1_000L, 500L);
        List<Long> seqs = new ArrayList<>();
        for (int part = 1; part <= 3; part++) {
            String address = again.get(path + "/parts/" + part + "?by=dave")
                    .headers()
                    .firstValue("Location")
                    .orElseThrow();
            for (String line : S3Bucket.gunzip(address).lines().toList()) {
                seqs.add(HistoryClient.parse(line).get("seq").asLong());
            }
        }
        assertThat(seqs).isEqualTo(LongStream.rangeClosed(1, 2_500).boxed().toList());
        assertThat(scene.topics().audit())
                .extracting(event -> event.getEvent() + " to " + event.getDetailsOrThrow("by")
                        + event.getDetailsOrDefault("part", ""))
                .containsExactly(
                        "archive_exported to carol",
                        "archive_exported to dave1",
                        "archive_exported to dave2",
                        "archive_exported to dave3");

        // When
        assertThat(again.send(again.request(path).DELETE()).statusCode()).isEqualTo(204);

        // Then
        assertThat(s3.keys()).isEmpty();
        assertThat(state(again, path)).isEqualTo("cancelled");
        assertProblem(again.get(path + "/parts/1?by=dave"), 410, "gone");
        assertThat(HistoryClient.json(again.get("/v1/admin/exports")).get("exports"))
                .extracting(known -> known.get("state").asText())
                .contains("cancelled");
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
        scene.start(Map.of());
        scene.send(some.messages(1, 1_200));
        scene.send(List.of(
                some.change(1_201, 1_200, Action.EDIT, "{\"kind\":\"text\",\"text\":\"better\"}"),
                some.change(1_202, 1_199, Action.EDIT, "{\"kind\":\"text\",\"text\":\"worse\"}"),
                some.change(1_203, 1_199, Action.RETRACT, "{}"),
                some.change(1_204, 1_200, Action.REACT, "{\"kind\":\"reaction\",\"emoji\":\"👍\"}"),
                some.change(1_205, 1_200, Action.PIN, "{}")));
        for (byte[] event : ofTeam) {
            scene.sendEvent(team.value(), event);
        }
        scene.topics().flush();
        scene.awaitRead();
        List<String> before = rows(List.of(some.conversation, team), List.of(some.alice, some.bob, carol));

        for (int replay = 0; replay < 2; replay++) {
            // When
            scene.stop();
            scene.topics().forgetWhatWasRead();
            scene.start(Map.of());
            scene.awaitRead();

            // Then
            assertThat(rows(List.of(some.conversation, team), List.of(some.alice, some.bob, carol)))
                    .isEqualTo(before);
        }
        assertThat(before).hasSizeGreaterThan(2_500).noneMatch(row -> row.contains("worse"));
    }

    /** All that the archive has of these conversations and users. */
    private static List<String> rows(List<ConversationId> conversations, List<UserId> users) {
        List<String> rows = new ArrayList<>();
        try (CqlSession session = HistoryScene.session()) {
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

    /** Of a service whose jobs go on soon after it was killed. */
    private static Map<String, String> soonTakenOver(S3Bucket s3, BreakableLink link) {
        Map<String, String> config = new HashMap<>(s3.config(link.address()));
        config.put("natter.history.jobs.lease", "3s");
        config.put("natter.history.jobs.look-every", "200ms");
        return config;
    }

    private static String state(HistoryClient client, String path) throws IOException, InterruptedException {
        return HistoryClient.json(client.get(path)).path("state").asText();
    }

    /** Null, as long as none is kept. */
    private static @Nullable String nameOf(UserId user) {
        try (CqlSession session = HistoryScene.session()) {
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
}
