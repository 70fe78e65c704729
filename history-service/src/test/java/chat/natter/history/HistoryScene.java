package chat.natter.history;

import static org.awaitility.Awaitility.await;

import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.history.archive.SomeEvents;
import chat.natter.history.cassandra.OwnKeyspace;
import chat.natter.history.message.ArchivedMessage;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.CqlSessionBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** The packaged service, the topics that it reads, and whoever writes to them; the keyspace is one for all scenes. */
final class HistoryScene implements AutoCloseable {
    static final String ADMIN = "a secret that operators have, of many characters";
    static final TokenSigner SIGNER = new TokenSigner();
    static final Duration PATIENCE = Duration.ofSeconds(90);

    /** Making a keyspace takes Cassandra many seconds. */
    private static final Servers SHARED = Servers.withOwnNames();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(HistoryScene::dropKeyspace, "drop-keyspace"));
    }

    private final Servers servers = Servers.withOwnNames();
    private final Topics topics;
    private @Nullable RunningService service;

    HistoryScene() throws ExecutionException, InterruptedException {
        topics = new Topics(servers);
    }

    Servers servers() {
        return servers;
    }

    Topics topics() {
        return topics;
    }

    RunningService start(Map<String, String> more) {
        return launch(more).awaitReady();
    }

    /** Does not wait until it is ready. */
    RunningService launch(Map<String, String> more) {
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

    /** As the operating system asks it to. */
    void stop() {
        if (service != null) {
            service.close();
        }
    }

    static HistoryClient client(RunningService running, UserId user) {
        return new HistoryClient(running, SIGNER.bearer(user));
    }

    /** Returns once Kafka has them. */
    void send(List<ArchivedMessage> messages) throws ExecutionException, InterruptedException {
        for (ArchivedMessage message : messages) {
            sendEvent(message.conversation().value(), SomeEvents.bytes(message));
        }
        topics.flush();
    }

    /** Null is a record without a value. */
    void sendEvent(String key, byte @Nullable [] event) {
        topics.send(new ProducerRecord<>(servers.events(), key.getBytes(StandardCharsets.UTF_8), event));
    }

    /** Returns once Kafka has it. */
    void tell(UserId user, byte[] account) throws ExecutionException, InterruptedException {
        byte[] key = user.value().getBytes(StandardCharsets.UTF_8);
        topics.send(new ProducerRecord<>(servers.accounts(), key, account));
        topics.flush();
    }

    /** Until the service has committed every event that was sent. */
    void awaitRead() {
        await().atMost(PATIENCE).until(() -> topics.committed() == topics.sentTo(servers.events()));
    }

    static byte[] erased(UserId user) {
        return Account.newBuilder()
                .setUser(user.value())
                .setVersion(7)
                .setStatus(Account.Status.ERASED)
                .setAt(Instant.now().toEpochMilli())
                .build()
                .toByteArray();
    }

    /** To the keyspace that the services write to. */
    static CqlSession session() {
        return toServer().withKeyspace(SHARED.keyspace()).build();
    }

    private static CqlSessionBuilder toServer() {
        return CqlSession.builder().addContactPoint(SHARED.cassandraAddress()).withLocalDatacenter(SHARED.datacenter());
    }

    private static void dropKeyspace() {
        try (CqlSession session = toServer().build()) {
            OwnKeyspace.drop(session, SHARED.keyspace());
        }
    }

    @Override
    public void close() {
        if (service != null) {
            // Leaving its groups in good order takes many seconds, and nobody reads these topics after this.
            service.kill();
        }
        topics.close();
    }
}
