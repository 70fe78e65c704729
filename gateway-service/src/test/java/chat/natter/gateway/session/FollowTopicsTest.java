package chat.natter.gateway.session;

import static chat.natter.gateway.session.OneSession.ALICE;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.ServerFrame.News;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.NewsDelivery;
import chat.natter.contract.record.PageDelivery;
import chat.natter.contract.record.PullRequest;
import chat.natter.contract.record.Refused;
import chat.natter.contract.record.SessionRecord;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice reads a topic. */
final class FollowTopicsTest {
    private static final ConversationId TOPIC = topic(1);

    private final OneSession one = new OneSession();

    @BeforeEach
    void open() {
        one.opened();
    }

    @Test
    void asksHistoryWhetherTheUserMayRead() {
        listen(id(1), TOPIC);

        PullRequest asked = one.publisher.pulls().get(0);
        assertThat(asked.getUser()).isEqualTo(ALICE.value());
        assertThat(asked.getRe()).isEqualTo(bytes(id(1)));
        assertThat(asked.getConversation()).isEqualTo(TOPIC.value());
        assertThat(news()).isEmpty();
        assertThat(one.registry.listened()).isEmpty();
    }

    @Test
    void answersWithHowFarTheTopicIs() {
        // Given
        listen(id(1), TOPIC);

        // When
        deliverHead(id(1), 12);

        // Then
        assertThat(news()).containsExactly(new News(id(1), TOPIC, 12, 1));
        assertThat(one.registry.listened()).containsExactly(TOPIC);
        assertThat(one.socket.frames(ServerFrame.Page.class)).isEmpty();
    }

    @Test
    void answersWithWhatOthersHereHaveHeardIfThatIsMore() {
        // Given
        one.registry.head(TOPIC, 14);
        listen(id(1), TOPIC);

        // When
        deliverHead(id(1), 12);

        // Then
        assertThat(news()).extracting(News::seq).containsExactly(14L);
    }

    @Test
    void doesNotListenWhereTheUserMayNotRead() {
        // Given
        listen(id(1), TOPIC);

        // When
        refuse(id(1), "not_a_member");
        deliverNews(13);

        // Then
        assertThat(failures()).containsExactly("not_a_member");
        assertThat(one.registry.listened()).isEmpty();
        assertThat(news()).isEmpty();
    }

    @Test
    void tellsOnlyTheLastNumberAndSeldom() {
        // Given
        listening();

        // When
        deliverNews(13);
        deliverNews(15);
        deliverNews(14);

        // Then
        assertThat(news()).as("the answer was just now").isEmpty();
        one.tickAfter(Duration.ofSeconds(1));
        assertThat(news()).containsExactly(new News(null, TOPIC, 15, 1));
        one.tickAfter(Duration.ofSeconds(5));
        assertThat(news()).hasSize(1);
    }

    @Test
    void tellsAtOnceWhatIsNewAfterAWhile() {
        // Given
        listening();
        one.clock.advance(Duration.ofSeconds(1));

        // When
        deliverNews(13);

        // Then
        assertThat(news()).extracting(News::seq).containsExactly(13L);
    }

    @Test
    void saysNothingMoreWhileManyAreAskedToPull() {
        // Given
        listening();
        one.registry.listeners(5_000);
        one.clock.advance(Duration.ofSeconds(5));
        deliverNews(13);

        // When
        deliverNews(14);
        one.tickAfter(Duration.ofMillis(4_999));

        // Then
        assertThat(news()).containsExactly(new News(null, TOPIC, 13, 5_000));
        one.tickAfter(Duration.ofMillis(1));
        assertThat(news()).extracting(News::seq).containsExactly(13L, 14L);
    }

    @Test
    void asksVeryManyToTakeAMinute() {
        // Given
        listening();
        one.registry.listeners(1_000_000);
        one.clock.advance(Duration.ofMinutes(1));

        // When
        deliverNews(13);

        // Then
        assertThat(news()).extracting(News::spreadMs).containsExactly(FollowTopics.LONGEST_SPREAD_MILLIS);
    }

    @Test
    void waitsForASlowClientAndTellsItTheLastNumber() {
        // Given
        listening();
        one.clock.advance(Duration.ofSeconds(1));
        one.socket.fill();

        // When
        deliverNews(13);
        deliverNews(14);
        one.tickAfter(Duration.ofSeconds(1));

        // Then
        assertThat(news()).isEmpty();
        assertThat(one.socket.closes()).isEmpty();

        // When
        one.socket.drain();
        one.tickAfter(Duration.ofMillis(500));

        // Then
        assertThat(news()).extracting(News::seq).containsExactly(14L);
    }

    @Test
    void tellsNothingAfterItIsNotWantedAnyMore() {
        // Given
        listening();

        // When
        one.receive("{\"type\":\"unlisten\",\"conversation\":\"" + TOPIC + "\"}");
        deliverNews(13);
        one.tickAfter(Duration.ofSeconds(2));

        // Then
        assertThat(news()).isEmpty();
        assertThat(one.registry.listened()).isEmpty();
    }

    @Test
    void tellsNothingMoreToWhoMayNotPullAnyMore() {
        // Given
        listening();
        one.receive("{\"type\":\"pull\",\"id\":\"" + id(7) + "\",\"conversation\":\"" + TOPIC
                + "\",\"from\":13,\"to\":13}");

        // When
        refuse(id(7), "not_a_member");

        // Then
        assertThat(one.registry.listened()).isEmpty();
    }

    @Test
    void answersAgainWithoutAskingAgain() {
        // Given
        listening();

        // When
        listen(id(2), TOPIC);

        // Then
        assertThat(news()).containsExactly(new News(id(2), TOPIC, 12, 1));
        assertThat(one.publisher.pulls()).hasSize(1);
    }

    @Test
    void saysThatHistoryIsAwayWhenNothingComes() {
        // Given
        listen(id(1), TOPIC);

        // When
        one.tickAfter(Duration.ofMillis(10_001));
        deliverHead(id(1), 12);

        // Then
        assertThat(failures()).containsExactly("unavailable");
        assertThat(news()).isEmpty();
    }

    @Test
    void listensToSoManyAndNoMore() {
        IntStream.rangeClosed(1, FollowTopics.AT_MOST + 1).forEach(number -> listen(id(number), topic(number)));

        assertThat(one.publisher.pulls()).hasSize(FollowTopics.AT_MOST);
        assertThat(failures()).containsExactly("too_large");
    }

    @Test
    void vouchesForWhatTheReaderCanHaveRead() {
        // Given
        listening();

        // When
        read(TOPIC, 12);
        read(TOPIC, 13);
        read(topic(2), 1);

        // Then
        assertThat(one.publisher.records(SessionRecord.BodyCase.READ))
                .extracting(record -> record.getRead().getListens())
                .containsExactly(true, false, false);
    }

    @Test
    void takesNothingButTopics() {
        listen(id(1), OneSession.WITH_BOB);

        assertThat(failures()).containsExactly("bad_frame");
        assertThat(one.publisher.pulls()).isEmpty();
    }

    @Test
    void endsWithTheSocket() {
        // Given
        listening();

        // When
        one.session.ended();

        // Then
        assertThat(one.registry.listened()).isEmpty();
    }

    /** Listens, and forgets the answer. */
    private void listening() {
        listen(id(1), TOPIC);
        deliverHead(id(1), 12);
        one.socket.frames().clear();
    }

    private void listen(MessageId id, ConversationId topic) {
        one.receive("{\"type\":\"listen\",\"id\":\"" + id + "\",\"conversation\":\"" + topic + "\"}");
    }

    private void read(ConversationId topic, long seq) {
        one.receive("{\"type\":\"read\",\"conversation\":\"" + topic + "\",\"seq\":" + seq + "}");
    }

    private void deliverHead(MessageId re, long head) {
        one.session.deliver(Delivery.newBuilder()
                .setPage(PageDelivery.newBuilder()
                        .setRe(bytes(re))
                        .setConversation(TOPIC.value())
                        .setHead(head))
                .build());
    }

    private void refuse(MessageId re, String problem) {
        one.session.deliver(Delivery.newBuilder()
                .setRefused(Refused.newBuilder().setRe(bytes(re)).setProblem(problem))
                .build());
    }

    private void deliverNews(long seq) {
        one.session.deliver(Delivery.newBuilder()
                .setNews(
                        NewsDelivery.newBuilder().setConversation(TOPIC.value()).setSeq(seq))
                .build());
    }

    private List<News> news() {
        return one.socket.frames(News.class);
    }

    private List<String> failures() {
        return one.socket.frames(ServerFrame.Failure.class).stream()
                .map(ServerFrame.Failure::code)
                .toList();
    }

    private static ConversationId topic(int number) {
        return ConversationId.topicOf(new MessageId(new UUID(1, number)));
    }

    private static MessageId id(int number) {
        return MessageId.parse(String.format("01930e2f-6d2b-7c41-9f52-%012x", number));
    }

    private static ByteString bytes(MessageId id) {
        return ByteString.copyFrom(id.toBytes());
    }
}
