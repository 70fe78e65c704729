package chat.natter.history.pull;

import chat.natter.contract.GatewayId;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.PullRequest;
import chat.natter.history.archive.SetAside;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Takes batches from {@code chat.pulls} and answers what is not too old. At least once: a gateway writes the first
 * answer to a pull and drops any other.
 */
@Singleton
final class AnswerPulls {
    private final AnswerPull answerPull;
    private final Deliveries deliveries;
    private final SetAside setAside;
    private final PullConfig config;
    private final MeterRegistry meters;
    private final Clock clock;
    private final ExecutorService threads;

    AnswerPulls(
            AnswerPull answerPull,
            Deliveries deliveries,
            SetAside setAside,
            PullConfig config,
            MeterRegistry meters,
            Clock clock) {
        this.answerPull = answerPull;
        this.deliveries = deliveries;
        this.setAside = setAside;
        this.config = config;
        this.meters = meters;
        this.clock = clock;
        this.threads = Executors.newFixedThreadPool(config.atOnce());
    }

    @Incoming("pulls")
    @Blocking
    void answer(ConsumerRecords<byte[], byte[]> batch) {
        SharedParts shared = answerPull.shared();
        List<CompletableFuture<?>> answers = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : batch) {
            PullRequest request = ReadPullRequest.read(record.value());
            if (request == null) {
                setAside.keep(record, "not a PullRequest");
            } else if (record.timestamp() + config.answeredWithin().toMillis() < clock.millis()) {
                count("too_late");
            } else {
                answers.add(CompletableFuture.runAsync(() -> answer(request, shared), threads));
            }
        }
        answers.forEach(CompletableFuture::join);
    }

    private void answer(PullRequest request, SharedParts shared) {
        Delivery answer = answerPull.answer(request, shared);
        deliveries.send(new GatewayId(request.getGateway()), answer);
        count(answer.hasPage() ? "page" : answer.getRefused().getProblem());
    }

    private void count(String outcome) {
        meters.counter("natter.history.pulls", "outcome", outcome).increment();
    }

    @PreDestroy
    void stop() {
        threads.shutdown();
    }
}
