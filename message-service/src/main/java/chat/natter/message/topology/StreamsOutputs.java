package chat.natter.message.topology;

import chat.natter.contract.DeliveryHeaders;
import chat.natter.contract.EventHeaders;
import chat.natter.contract.GatewayId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.Topic;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.MemberMarks;
import chat.natter.contract.record.Notification;
import chat.natter.contract.record.TopicNews;
import chat.natter.contract.record.TypingRecord;
import chat.natter.message.stage.Outputs;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;

/** Hands a stage's outputs to its sinks. */
final class StreamsOutputs implements Outputs {
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final byte[] SPEC_VERSION = utf8(EventHeaders.SPEC_VERSION_VALUE);
    private static final byte[] SOURCE = utf8(EventHeaders.SOURCE_VALUE);
    private static final byte[] MESSAGE_ACCEPTED = utf8(EventHeaders.TYPE_MESSAGE_ACCEPTED);
    private static final byte[] MESSAGE_CHANGED = utf8(EventHeaders.TYPE_MESSAGE_CHANGED);
    private static final byte[] GROUP_CHANGED = utf8(EventHeaders.TYPE_GROUP_CHANGED);
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] CONTENT_TYPE = utf8(EventHeaders.CONTENT_TYPE_VALUE);

    private final ProcessorContext<String, Output> context;
    private final Sinks sinks;
    private final ToIntFunction<String> partitions;
    private final StageMeters meters;
    private final FollowedRecord followed;
    private final SameForMany sameForMany = new SameForMany(this::forward);

    StreamsOutputs(
            ProcessorContext<String, Output> context,
            Sinks sinks,
            ToIntFunction<String> partitions,
            StageTelemetry telemetry) {
        this.context = context;
        this.sinks = sinks;
        this.partitions = partitions;
        this.meters = telemetry.meters();
        this.followed = telemetry.followed();
    }

    @Override
    public void event(Event event) {
        meters.event();
        Headers headers = new RecordHeaders()
                .add(EventHeaders.SPEC_VERSION, SPEC_VERSION)
                .add(EventHeaders.ID, utf8(event.getConversation() + "/" + event.getSeq()))
                .add(EventHeaders.TYPE, type(event))
                .add(EventHeaders.SOURCE, SOURCE)
                .add(EventHeaders.TIME, utf8(RFC_3339.format(Instant.ofEpochMilli(event.getAt()))))
                .add(EventHeaders.CONTENT_TYPE, CONTENT_TYPE);
        Output output = Output.of(event.toByteArray());
        followed.continueIn(headers);
        context.forward(new Record<>(event.getConversation(), output, event.getAt(), headers), sinks.events());
    }

    @Override
    public void inbox(String user, InboxRecord entry, long at) {
        meters.inbox();
        forward(sinks.inbox(), user, Output.of(entry.toByteArray()), at);
    }

    @Override
    public void inbox(List<String> users, InboxRecord entry, long at) {
        for (List<String> group : SamePartition.groups(users, partitions.applyAsInt(Topic.INBOX.topicName()))) {
            InboxRecord record = group.size() == 1 ? entry : withOthers(entry, group.subList(1, group.size()));
            group.forEach(user -> meters.inbox());
            forward(sinks.inbox(), group.get(0), Output.of(record.toByteArray()), at);
        }
    }

    @Override
    public void command(String conversation, Command command, long at) {
        meters.command();
        forward(sinks.commands(), conversation, Output.of(command.toByteArray()), at);
    }

    @Override
    public void news(String topic, long seq, long at) {
        meters.news();
        TypingRecord record = TypingRecord.newBuilder()
                .setNews(TopicNews.newBuilder().setSeq(seq))
                .build();
        forward(sinks.typing(), topic, Output.of(record.toByteArray()), at);
    }

    @Override
    public void deliver(String gateway, Delivery delivery, long at) {
        int there = partitionsOf(gateway);
        if (there != TopicPartitions.ABSENT) {
            meters.delivery(delivery);
            sameForMany.take(gateway, there, delivery, at);
        }
    }

    @Override
    public void together(Runnable task) {
        sameForMany.run(task);
    }

    private static InboxRecord withOthers(InboxRecord entry, List<String> others) {
        return entry.toBuilder().addAllOthers(others).build();
    }

    private int partitionsOf(String gateway) {
        try {
            return partitions.applyAsInt(Topic.deliveriesOf(new GatewayId(gateway)));
        } catch (InvalidId e) {
            return TopicPartitions.ABSENT;
        }
    }

    private void forward(String gateway, Delivery delivery, long at) {
        Record<String, Output> record =
                new Record<>(keyOf(delivery), Output.to(gateway, delivery.toByteArray()), at, new RecordHeaders());
        if (delivery.getOthersCount() > 0) {
            record.headers().add(DeliveryHeaders.OTHERS, NOTHING);
        }
        followed.continueIn(record.headers());
        context.forward(record, sinks.deliveries());
    }

    @Override
    public void marks(MemberMarks marks) {
        forward(sinks.marks(), marks.getUser(), Output.of(marks.toByteArray()), marks.getAt());
    }

    @Override
    public void notification(Notification notification) {
        meters.notification();
        forward(
                sinks.notifications(),
                notification.getUser(),
                Output.of(notification.toByteArray()),
                notification.getAt());
    }

    @Override
    public void windowFull() {
        meters.windowStall();
    }

    /** What has to stay in order: a session's entries; a conversation's typing and who may see it. */
    private static String keyOf(Delivery delivery) {
        return switch (delivery.getBodyCase()) {
            case TYPING -> delivery.getTyping().getConversation();
            case VIEWING -> delivery.getViewing().getConversation();
            case NEWS -> delivery.getNews().getConversation();
            case MESSAGE,
                    RECEIPT,
                    MISSED,
                    SECURITY,
                    SYNCED,
                    SENT,
                    REFUSED,
                    CLOSE,
                    PRESENCE,
                    PAGE,
                    PERSONAL,
                    BODY_NOT_SET -> delivery.getSession();
        };
    }

    private static byte[] type(Event event) {
        return switch (event.getBodyCase()) {
            case MESSAGE -> MESSAGE_ACCEPTED;
            case CHANGED -> MESSAGE_CHANGED;
            case GROUP -> GROUP_CHANGED;
            case BODY_NOT_SET -> throw new IllegalArgumentException("an event without a body");
        };
    }

    private void forward(String sink, String key, Output output, long at) {
        Record<String, Output> record = new Record<>(key, output, at);
        followed.continueIn(record.headers());
        context.forward(record, sink);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
