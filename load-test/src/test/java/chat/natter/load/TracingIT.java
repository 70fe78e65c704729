package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.ledger.RecordedDevice;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A message that is followed leaves a step in every service that it passes, all of one trace. */
class TracingIT {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final UserId NOBODY = new UserId("01jd3zk8x0000000000000000z");

    @RegisterExtension
    final Scene scene = new Scene();

    private final SpanSink sink = SpanSink.listen();
    private final Person alice = scene.person();
    private final Person bob = scene.person();

    @BeforeEach
    void followEverything() {
        restart(List.of(
                "-Dquarkus.otel.sdk.disabled=false",
                "-Dquarkus.otel.exporter.otlp.endpoint=" + sink.url(),
                "-Dquarkus.otel.traces.sampler.arg=1.0",
                "-Dquarkus.otel.bsp.schedule.delay=100MS"));
    }

    @AfterEach
    void followNothing() {
        restart(List.of());
        sink.close();
    }

    @Test
    void aMessageIsFollowedFromTheAuthorToTheReaderAndIntoTheArchive() {
        // Given
        scene.talk(alice, bob);
        RecordedDevice alices = scene.connect(alice, 1);
        scene.connect(bob, 1);

        // When
        MessageId message = alices.send(bob.id(), Scene.text("where does it go?"));
        scene.awaitSettled(DEADLINE);

        // Then
        SpanSink.Step received = awaitReceived(message);
        assertThat(received.parent()).isEmpty();
        assertThat(received.service()).isEqualTo("gateway-service");
        SpanSink.Step archived = awaitStep(received, "archive");
        assertThat(archived.service()).isEqualTo("history-service");
        assertThat(cameFrom(archived).name()).isEqualTo("order");
        SpanSink.Step read = awaitDelivery(received, "message");
        assertThat(read.service()).isEqualTo("gateway-service");
        assertThat(read.attributes()).containsEntry("natter.user", bob.id().value());
        assertThat(cameFrom(read).name()).isEqualTo("fan-out");
        assertThat(cameFrom(read).service()).isEqualTo("message-service");
        assertThat(cameFrom(cameFrom(read)).name()).isEqualTo("order");
        assertThat(cameFrom(awaitDelivery(received, "sent")).name()).isEqualTo("order");
        assertThat(way(read)).first().isEqualTo(received);
        assertThat(way(archived)).first().isEqualTo(received);

        // When it is refused
        alices.send(NOBODY, Scene.text("is there anybody?"));
        await("the refusal").atMost(DEADLINE).until(() -> !alices.refusals().isEmpty());

        // Then
        ServerFrame.Failure refused = alices.refusals().get(0);
        assertThat(refused.code()).isEqualTo("user_unknown");
        await("its steps")
                .atMost(DEADLINE)
                .untilAsserted(() -> assertThat(sink.of(String.valueOf(refused.traceId())))
                        .extracting(SpanSink.Step::name)
                        .contains("receive", "order", "fan-out", "deliver"));
    }

    private SpanSink.Step awaitReceived(MessageId message) {
        return await("the message at the gateway")
                .atMost(DEADLINE)
                .until(
                        () -> sink.all().stream()
                                .filter(step -> step.name().equals("receive")
                                        && message.toString()
                                                .equals(step.attributes().get("natter.message")))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private SpanSink.Step awaitStep(SpanSink.Step first, String name) {
        return awaitStep(first, name, Map.of());
    }

    private SpanSink.Step awaitDelivery(SpanSink.Step first, String kind) {
        return awaitStep(first, "deliver", Map.of("natter.kind", kind));
    }

    private SpanSink.Step awaitStep(SpanSink.Step first, String name, Map<String, String> attributes) {
        return await(name + " " + attributes)
                .atMost(DEADLINE)
                .until(
                        () -> sink.of(first.trace()).stream()
                                .filter(step -> step.name().equals(name)
                                        && step.attributes().entrySet().containsAll(attributes.entrySet()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** The step before; what ended earlier may come later. */
    private SpanSink.Step cameFrom(SpanSink.Step step) {
        return await("what was before " + step)
                .atMost(DEADLINE)
                .until(
                        () -> sink.of(step.trace()).stream()
                                .filter(before -> before.id().equals(step.parent()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** From the first step of the trace to this one. */
    private List<SpanSink.Step> way(SpanSink.Step last) {
        Deque<SpanSink.Step> way = new ArrayDeque<>(List.of(last));
        while (!way.getFirst().parent().isEmpty()) {
            way.addFirst(cameFrom(way.getFirst()));
        }
        return List.copyOf(way);
    }

    /** Those that a message passes, side by side, since a start takes seconds. */
    private void restart(List<String> jvmOptions) {
        CompletableFuture.allOf(List.of("gateway-1", "message-1", "history").stream()
                        .map(name -> CompletableFuture.runAsync(
                                () -> {
                                    scene.stack().stop(name);
                                    scene.stack().startWith(name, jvmOptions);
                                },
                                task -> new Thread(task, name).start()))
                        .toArray(CompletableFuture[]::new))
                .join();
    }
}
