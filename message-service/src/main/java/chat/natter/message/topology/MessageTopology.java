package chat.natter.message.topology;

import chat.natter.contract.ConversationId;
import chat.natter.contract.GatewayId;
import chat.natter.contract.Topic;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.SessionRecord;
import chat.natter.contract.record.TypingRecord;
import chat.natter.message.conversation.CommandAt;
import chat.natter.message.conversation.ConversationLimits;
import chat.natter.message.conversation.ConversationStage;
import chat.natter.message.conversation.FindHead;
import chat.natter.message.conversation.FindMembers;
import chat.natter.message.conversation.SweepConversations;
import chat.natter.message.inbox.InboxLimits;
import chat.natter.message.inbox.InboxStage;
import chat.natter.message.inbox.Place;
import chat.natter.message.reader.WakeReaders;
import chat.natter.message.stage.UnreadableRecord;
import chat.natter.message.store.RocksStores;
import chat.natter.message.store.StoreMemory;
import chat.natter.message.typing.PassOnTyping;
import java.time.Duration;
import java.util.function.ToIntFunction;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.RecordContext;
import org.apache.kafka.streams.processor.api.ProcessorContext;

/**
 * Two stages, joined by topics only, so that each is partitioned by its own key; and beside them who types and where
 * topics have readers, which changes nothing:
 *
 * <pre>
 * chat.commands ─► conversation ─► chat.events, chat.inbox, chat.deliveries.*, chat.commands (large fan-outs),
 *                                chat.typing (what is new in topics)
 * chat.typing ─► typing, beside the conversation stage and reading its store ─► chat.deliveries.*
 * chat.inbox, chat.sessions, chat.accounts ─► inbox ─► chat.deliveries.*, chat.inbox (receipts), chat.commands (verdicts),
 *                                                      chat.marks, chat.notifications
 * </pre>
 */
public final class MessageTopology {
    public static final String CONVERSATIONS = "conversations";
    public static final String INBOXES = "inboxes";

    private static final Sinks CONVERSATION = new Sinks("conversation");
    private static final Sinks TYPING = new Sinks("typing");
    private static final Sinks INBOX = new Sinks("inbox");
    private static final Duration SWEEP_EVERY = Duration.ofSeconds(1);
    private static final Duration FORGET_VIEWERS_EVERY = Duration.ofSeconds(10);
    private static final Duration RESUME_EVERY = Duration.ofMillis(20);
    /** How much later than its members a group's marks may be known: what moves meanwhile is one record. */
    private static final Duration PUBLISH_MARKS_EVERY = Duration.ofSeconds(3);

    private static final int SLICE = 2_000;
    private static final StringSerializer KEY = new StringSerializer();
    private static final Serializer<Output> VALUE = (topic, output) -> output.value();

    private MessageTopology() {}

    /** The topology; {@code partitions} says in how many a topic is, 0 if it is not there. */
    public static Topology build(
            ConversationLimits conversationLimits,
            InboxLimits inboxLimits,
            StoreMemory memory,
            ToIntFunction<String> partitions,
            Telemetry telemetry) {
        Topology topology = new Topology();
        RocksStores stores = new RocksStores(memory, telemetry.meters());
        addConversationStage(topology, conversationLimits, stores, partitions, telemetry);
        addTyping(topology, partitions, telemetry);
        addInboxStage(topology, inboxLimits, stores, partitions, telemetry);
        return topology;
    }

    private static void addConversationStage(
            Topology topology,
            ConversationLimits limits,
            RocksStores stores,
            ToIntFunction<String> partitions,
            Telemetry telemetry) {
        String stage = CONVERSATION.stage();
        StageMeters meters = new StageMeters(telemetry.meters(), stage);
        addSource(topology, Topic.COMMANDS);
        topology.addProcessor(
                stage,
                () -> new StageProcessor(
                        CONVERSATIONS,
                        CONVERSATION,
                        partitions,
                        new StageTelemetry(meters, new FollowedRecord(telemetry.tracer(), "order")),
                        (context, store, outputs) -> conversation(context, store, outputs, limits)),
                Topic.COMMANDS.name());
        topology.addStateStore(stores.named(CONVERSATIONS), stage);
        addSink(topology, CONVERSATION.events(), Topic.EVENTS, stage);
        addSink(topology, CONVERSATION.inbox(), Topic.INBOX, stage);
        addSink(topology, CONVERSATION.commands(), Topic.COMMANDS, stage);
        addSink(topology, CONVERSATION.typing(), Topic.TYPING, stage);
        addSink(topology, CONVERSATION.deadLetters(), Topic.DEAD_LETTERS, stage);
        addDeliveries(topology, CONVERSATION.deliveries(), stage);
    }

    private static void addTyping(Topology topology, ToIntFunction<String> partitions, Telemetry telemetry) {
        String stage = TYPING.stage();
        StageMeters meters = new StageMeters(telemetry.meters(), stage);
        addSource(topology, Topic.TYPING);
        topology.addProcessor(
                stage,
                () -> new StageProcessor(
                        CONVERSATIONS,
                        TYPING,
                        partitions,
                        new StageTelemetry(meters, new FollowedRecord(telemetry.tracer(), "typing")),
                        MessageTopology::typing),
                Topic.TYPING.name());
        topology.connectProcessorAndStateStores(stage, CONVERSATIONS);
        addSink(topology, TYPING.deadLetters(), Topic.DEAD_LETTERS, stage);
        addDeliveries(topology, TYPING.deliveries(), stage);
    }

    private static void addInboxStage(
            Topology topology,
            InboxLimits limits,
            RocksStores stores,
            ToIntFunction<String> partitions,
            Telemetry telemetry) {
        String stage = INBOX.stage();
        StageMeters meters = new StageMeters(telemetry.meters(), stage);
        addSource(topology, Topic.INBOX);
        addSource(topology, Topic.SESSIONS);
        addSource(topology, Topic.ACCOUNTS);
        topology.addProcessor(
                stage,
                () -> new StageProcessor(
                        INBOXES,
                        INBOX,
                        partitions,
                        new StageTelemetry(meters, new FollowedRecord(telemetry.tracer(), "fan-out")),
                        (context, store, outputs) -> inbox(context, store, outputs, limits)),
                Topic.INBOX.name(),
                Topic.SESSIONS.name(),
                Topic.ACCOUNTS.name());
        topology.addStateStore(stores.named(INBOXES), stage);
        addSink(topology, INBOX.inbox(), Topic.INBOX, stage);
        addSink(topology, INBOX.commands(), Topic.COMMANDS, stage);
        addSink(topology, INBOX.marks(), Topic.MARKS, stage);
        addSink(topology, INBOX.notifications(), Topic.NOTIFICATIONS, stage);
        addSink(topology, INBOX.deadLetters(), Topic.DEAD_LETTERS, stage);
        addDeliveries(topology, INBOX.deliveries(), stage);
    }

    private static StageProcessor.Stage conversation(
            ProcessorContext<String, Output> context,
            StreamsOrderedStore store,
            StreamsOutputs outputs,
            ConversationLimits limits) {
        ConversationStage stage = new ConversationStage(store, outputs, limits);
        SweepConversations sweep = new SweepConversations(store, limits);
        context.schedule(
                SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> sweep.sweep(context.currentStreamTimeMs(), SLICE));
        return (key, value, place, timestamp) -> stage.process(
                new CommandAt(new ConversationId(key), Command.parseFrom(value), place.offset() + 1, timestamp));
    }

    private static StageProcessor.Stage typing(
            ProcessorContext<String, Output> context, StreamsOrderedStore store, StreamsOutputs outputs) {
        PassOnTyping passOn = new PassOnTyping(new FindMembers(store)::of, outputs::deliver);
        WakeReaders wake = new WakeReaders(new FindHead(store)::of, outputs::deliver);
        context.schedule(FORGET_VIEWERS_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> {
            passOn.forget(now);
            wake.forget(now);
        });
        return (key, value, place, timestamp) -> {
            ConversationId conversation = new ConversationId(key);
            TypingRecord record = TypingRecord.parseFrom(value);
            long now = context.currentSystemTimeMs();
            if (WakeReaders.concerns(record)) {
                wake.process(conversation, record, timestamp, now);
            } else {
                passOn.process(conversation, record, timestamp, now);
            }
        };
    }

    private static StageProcessor.Stage inbox(
            ProcessorContext<String, Output> context,
            StreamsOrderedStore store,
            StreamsOutputs outputs,
            InboxLimits limits) {
        InboxStage stage = new InboxStage(store, outputs, limits);
        Cancellable[] resume = new Cancellable[1];
        resume[0] = context.schedule(RESUME_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> {
            if (!stage.resume(now, SLICE)) {
                resume[0].cancel();
            }
        });
        context.schedule(SWEEP_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> stage.expire(now, SLICE));
        context.schedule(PUBLISH_MARKS_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> stage.publishMarks(SLICE));
        return (key, value, metadata, timestamp) -> {
            String user = new UserId(key).value();
            Place place = new Place(metadata.offset() + 1, timestamp);
            String topic = metadata.topic();
            if (topic.equals(Topic.INBOX.topicName())) {
                stage.process(user, InboxRecord.parseFrom(value), place);
            } else if (topic.equals(Topic.SESSIONS.topicName())) {
                stage.process(user, SessionRecord.parseFrom(value), place);
            } else if (topic.equals(Topic.ACCOUNTS.topicName())) {
                stage.process(user, Account.parseFrom(value), place);
            } else {
                throw new UnreadableRecord("a record of a topic that this stage does not read");
            }
        };
    }

    private static void addSource(Topology topology, Topic topic) {
        topology.addSource(topic.name(), new StringDeserializer(), new ByteArrayDeserializer(), topic.topicName());
    }

    private static void addSink(Topology topology, String name, Topic topic, String stage) {
        topology.addSink(name, topic.topicName(), KEY, VALUE, stage);
    }

    private static void addDeliveries(Topology topology, String name, String stage) {
        topology.addSink(
                name,
                (String session, Output output, RecordContext context) ->
                        Topic.deliveriesOf(new GatewayId(output.gateway())),
                KEY,
                VALUE,
                stage);
    }
}
