package chat.natter.message.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.ConversationId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.MessageId;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Readers;
import chat.natter.contract.record.TopicNews;
import chat.natter.contract.record.TypingRecord;
import chat.natter.message.stage.UnreadableRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WakeReadersTest {
    private static final ConversationId TOPIC = ConversationId.topicOf(new MessageId(new UUID(1, 1)));
    private static final ConversationId OTHER = ConversationId.topicOf(new MessageId(new UUID(1, 2)));
    private static final long NOW = 1_700_000_000_000L;

    private record Told(String gateway, String topic, long seq) {}

    private final List<Told> told = new ArrayList<>();
    private long head = 7;
    private final WakeReaders wake = new WakeReaders(topic -> head, this::deliver);

    @Test
    void tellsAGatewayAtOnceHowFarTheTopicIs() {
        reads("gateway-1", NOW);

        assertThat(told).containsExactly(new Told("gateway-1", TOPIC.value(), 7));
    }

    @Test
    void tellsOnceWhateverIsSaidAgain() {
        reads("gateway-1", NOW);
        reads("gateway-1", NOW + 30_000);

        assertThat(told).hasSize(1);
    }

    @Test
    void tellsEachGatewayWithReadersOnceAndNobodyElse() {
        // Given
        reads("gateway-1", NOW);
        reads("gateway-2", NOW);
        wake.process(OTHER, readers("gateway-3", true), NOW, NOW);
        told.clear();

        // When
        news(8, NOW);

        // Then
        assertThat(told)
                .containsExactlyInAnyOrder(
                        new Told("gateway-1", TOPIC.value(), 8), new Told("gateway-2", TOPIC.value(), 8));
    }

    @Test
    void tellsNothingToAGatewayWithoutReadersAnyMore() {
        // Given
        reads("gateway-1", NOW);
        told.clear();

        // When
        wake.process(TOPIC, readers("gateway-1", false), NOW, NOW);
        news(8, NOW);

        // Then
        assertThat(told).isEmpty();
        assertThat(wake.isEmpty()).isTrue();
    }

    @Test
    void forgetsAGatewayThatSaysNothingForLong() {
        // Given
        reads("gateway-1", NOW);
        reads("gateway-2", NOW);
        reads("gateway-2", NOW + 30_000);
        told.clear();

        // When
        wake.forget(NOW + WakeReaders.READING_MILLIS);
        news(8, NOW + WakeReaders.READING_MILLIS);

        // Then
        assertThat(told).extracting(Told::gateway).containsExactly("gateway-2");
    }

    @Test
    void takesNothingThatWasHeldUpForTooLong() {
        wake.process(TOPIC, readers("gateway-1", true), NOW - WakeReaders.READING_MILLIS, NOW);

        assertThat(told).isEmpty();
        assertThat(wake.isEmpty()).isTrue();
    }

    @Test
    void tellsAGatewayThatComesBackWhatItMissed() {
        // Given
        reads("gateway-1", NOW);
        wake.forget(NOW + WakeReaders.READING_MILLIS);
        head = 20;
        told.clear();

        // When
        reads("gateway-1", NOW + WakeReaders.READING_MILLIS);

        // Then
        assertThat(told).containsExactly(new Told("gateway-1", TOPIC.value(), 20));
    }

    @Test
    void readsNothingThatIsNotOfATopic() {
        ConversationId group = ConversationId.groupOf(new MessageId(new UUID(1, 1)));

        assertThatThrownBy(() -> wake.process(group, readers("gateway-1", true), NOW, NOW))
                .isInstanceOf(UnreadableRecord.class);
        assertThatThrownBy(() -> wake.process(TOPIC, readers("", true), NOW, NOW))
                .isInstanceOf(InvalidId.class);
        assertThat(WakeReaders.concerns(TypingRecord.getDefaultInstance())).isFalse();
    }

    private void reads(String gateway, long now) {
        wake.process(TOPIC, readers(gateway, true), now, now);
    }

    private void news(long seq, long now) {
        TypingRecord news = TypingRecord.newBuilder()
                .setNews(TopicNews.newBuilder().setSeq(seq))
                .build();
        wake.process(TOPIC, news, now, now);
    }

    private static TypingRecord readers(String gateway, boolean on) {
        return TypingRecord.newBuilder()
                .setGateway(gateway)
                .setReaders(Readers.newBuilder().setOn(on))
                .build();
    }

    private void deliver(String gateway, Delivery delivery, long at) {
        assertThat(delivery.getSession()).isEmpty();
        told.add(new Told(
                gateway,
                delivery.getNews().getConversation(),
                delivery.getNews().getSeq()));
    }
}
