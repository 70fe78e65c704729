package chat.natter.load.topic;

import chat.natter.contract.ConversationId;
import chat.natter.load.scenario.ScenarioOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code natter load topic}. */
@Command(
        name = "topic",
        mixinStandardHelpOptions = true,
        description = "One publishes in a topic with thousands of readers; every reader is told and reads every post.")
public final class TopicCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(
            names = "--signing-key",
            required = true,
            paramLabel = "FILE",
            description = "The stack's key for access tokens (PEM): no reader signs up.")
    private Path signingKey = Path.of("");

    @Option(names = "--readers", defaultValue = "1000", description = "Default: ${DEFAULT-VALUE}")
    private int readers;

    @Option(
            names = "--connect-per-second",
            defaultValue = "300",
            description = "How fast they come. Default: ${DEFAULT-VALUE}")
    private int connectPerSecond;

    @Option(
            names = "--topic",
            paramLabel = "ID",
            description = "Only read, in the topic of another process: where one may not open so many files.")
    private @Nullable String topic;

    @Option(names = "--posts", defaultValue = "20", description = "Default: ${DEFAULT-VALUE}")
    private int posts;

    @Option(
            names = "--every",
            defaultValue = "1000",
            paramLabel = "MILLIS",
            description = "Between two posts. Default: ${DEFAULT-VALUE}")
    private int every;

    @Option(
            names = "--begin-at",
            description = "The moment, as 2026-01-31T12:00:00Z, of the first post, by which all have to listen.")
    private @Nullable Instant beginAt;

    @Override
    public Integer call() throws IOException, GeneralSecurityException, InterruptedException {
        TopicPlan plan = new TopicPlan(
                options.urls(),
                signingKey,
                readers,
                connectPerSecond,
                topic == null ? null : new ConversationId(topic),
                posts,
                Duration.ofMillis(every),
                beginAt);
        return options.tell(new RunTopic(plan, options.stack(), options::progress).run());
    }
}
