package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Topic;
import chat.natter.contract.frame.LogEntry;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.CreateGroup;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.GroupProfile;
import chat.natter.contract.record.Send;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A device that was away for so long that its queue was dropped pulls what it missed. A month cannot be waited for, so
 * what is said is a month old from the beginning: the time of a command is that of its record.
 */
class MissedIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration LONG_AGO = Duration.ofDays(31);
    /** That the first device was added waits for it like a message. */
    private static final int NOTICES = 1;

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();
    private final MessageId creation = new MessageId(UUID.randomUUID());
    private final ConversationId group = ConversationId.groupOf(creation);

    @Test
    void whoWasAwayForTooLongEndsWithEverythingOnceAndInOrder() throws Exception {
        // Given
        await("both accounts")
                .atMost(SOON)
                .until(() -> waiting() == NOTICES && WaitingEntries.of(scene.stack(), alice.id()) == NOTICES);
        sayLongAgo(5);
        GroupPerson alices = scene.keep(new GroupPerson(alice, scene.stack().gatewayUrl(1)));
        await("the archive")
                .atMost(SOON)
                .until(() -> alices.isRefusedToPull(group, 1, 1).equals("accepted")
                        && alices.pull(group, 1, 1).head() == 6);
        // The six have become one.
        await("the end of the queue").atMost(SOON).until(() -> waiting() == NOTICES + 1);
        List<Long> lately = Stream.of("a", "b", "c")
                .map(text -> alices.say(group, text).seq())
                .toList();

        // When
        GroupPerson bobs = scene.keep(new GroupPerson(bob, scene.stack().gatewayUrl(2)));

        // Then
        ServerFrame.Missed missed = bobs.onlyMissed();
        assertThat(missed.conversation()).isEqualTo(group);
        assertThat(List.of(missed.first(), missed.last())).containsExactly(1L, 6L);
        assertThat(bobs.seqs(group)).isEqualTo(lately).containsExactly(7L, 8L, 9L);

        // When
        ServerFrame.Page page = bobs.pull(group, missed.first(), missed.last());

        // Then
        assertThat(page.holes()).isEmpty();
        assertThat(page.messages()).extracting(LogEntry::seq).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(page.messages().get(5).content().json()).contains("number 5");

        // When
        bobs.acknowledge();

        // Then
        await("an empty inbox").atMost(SOON).until(() -> waiting() == 0);
        GroupPerson again = scene.keep(new GroupPerson(bob, scene.stack().gatewayUrl(1)));
        assertThat(again.seqs(group)).isEmpty();
    }

    private long waiting() {
        return WaitingEntries.of(scene.stack(), bob.id());
    }

    /** The group, and so many messages in it. */
    private void sayLongAgo(int messages) throws ExecutionException, InterruptedException {
        Map<String, Object> settings =
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, scene.stack().kafkaBootstrap());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            send(
                    producer,
                    Command.newBuilder()
                            .setGroup(GroupCommand.newBuilder()
                                    .setMessageId(ByteString.copyFrom(creation.toBytes()))
                                    .setCreate(CreateGroup.newBuilder()
                                            .setProfile(
                                                    GroupProfile.newBuilder().setTitle("Long ago"))
                                            .addMembers(bob.id().value()))));
            for (int number = 1; number <= messages; number++) {
                send(
                        producer,
                        Command.newBuilder()
                                .setSend(Send.newBuilder()
                                        .setMessageId(ByteString.copyFrom(new MessageId(UUID.randomUUID()).toBytes()))
                                        .setContent(ByteString.copyFromUtf8(
                                                Scene.text("number " + number).json()))));
            }
        }
    }

    private void send(KafkaProducer<String, byte[]> producer, Command.Builder command)
            throws ExecutionException, InterruptedException {
        byte[] value = command.setUser(alice.id().value())
                .setDevice(alice.device().value())
                .build()
                .toByteArray();
        long at = Instant.now().minus(LONG_AGO).toEpochMilli();
        producer.send(new ProducerRecord<>(Topic.COMMANDS.topicName(), null, at, group.value(), value))
                .get();
    }
}
