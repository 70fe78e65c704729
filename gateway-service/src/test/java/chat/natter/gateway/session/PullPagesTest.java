package chat.natter.gateway.session;

import static chat.natter.gateway.session.OneSession.ALICE;
import static chat.natter.gateway.session.OneSession.BOB;
import static chat.natter.gateway.session.OneSession.CAROL;
import static chat.natter.gateway.session.OneSession.WITH_BOB;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.CloseCode;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Hole;
import chat.natter.contract.record.MessageDelivery;
import chat.natter.contract.record.PageDelivery;
import chat.natter.contract.record.PullRequest;
import chat.natter.contract.record.Refused;
import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice asks for a part of what she and Bob wrote. */
final class PullPagesTest {
    private final OneSession one = new OneSession();

    @BeforeEach
    void open() {
        one.opened();
    }

    @Test
    void asksHistoryInTheNameOfItsUser() {
        // When
        pull(id(1), WITH_BOB, 3, 9);

        // Then
        PullRequest asked = one.publisher.pulls().get(0);
        assertThat(asked.getUser()).isEqualTo(ALICE.value());
        assertThat(asked.getGateway()).isEqualTo(OneSession.GATEWAY.value());
        assertThat(asked.getSession()).isEqualTo(session());
        assertThat(asked.getRe()).isEqualTo(bytes(id(1)));
        assertThat(asked.getConversation()).isEqualTo(WITH_BOB.value());
        assertThat(asked.getFrom()).isEqualTo(3);
        assertThat(asked.getTo()).isEqualTo(9);
    }

    @Test
    void writesThePageOnceAndWithoutAPosition() {
        // Given
        pull(id(1), WITH_BOB, 3, 4);

        // When
        deliverPage(id(1));
        deliverPage(id(1));

        // Then
        List<ServerFrame.Page> pages = one.socket.frames(ServerFrame.Page.class);
        assertThat(pages).hasSize(1);
        ServerFrame.Page page = pages.get(0);
        assertThat(page.re()).isEqualTo(id(1));
        assertThat(page.first()).isEqualTo(3);
        assertThat(page.last()).isEqualTo(4);
        assertThat(page.head()).isEqualTo(12);
        assertThat(page.messages()).singleElement().satisfies(entry -> {
            assertThat(entry.seq()).isEqualTo(3);
            assertThat(entry.from()).isEqualTo(BOB);
        });
        assertThat(page.holes()).containsExactly(new ServerFrame.Hole(4, 4, "gone"));
        one.ack(1);
        assertThat(failures()).containsExactly("bad_request");
    }

    @Test
    void tellsNothingToWhoAskedOnAnEarlierSocket() {
        // When
        deliverPage(id(1));

        // Then
        assertThat(one.socket.frames(ServerFrame.Page.class)).isEmpty();
    }

    @Test
    void asksNobodyForWhatOthersWrote() {
        // When
        pull(id(1), ConversationId.direct(BOB, CAROL), 1, 2);

        // Then
        assertThat(failures()).containsExactly("not_a_member");
        assertThat(one.publisher.pulls()).isEmpty();
    }

    @Test
    void refusesARangeThatEndsBeforeItBegins() {
        // When
        pull(id(1), WITH_BOB, 9, 3);

        // Then
        assertThat(failures()).containsExactly("bad_frame");
        assertThat(one.publisher.pulls()).isEmpty();
    }

    @Test
    void passesOnWhatHistoryRefuses() {
        // Given
        pull(id(1), WITH_BOB, 1, 2);

        // When
        one.session.deliver(Delivery.newBuilder()
                .setRefused(Refused.newBuilder().setRe(bytes(id(1))).setProblem("not_a_member"))
                .build());
        one.tickAfter(Duration.ofSeconds(11));

        // Then
        assertThat(failures()).containsExactly("not_a_member");
    }

    @Test
    void saysThatHistoryIsAwayWhenNothingComes() {
        // Given
        pull(id(1), WITH_BOB, 1, 2);

        // When
        one.tickAfter(Duration.ofSeconds(10));
        assertThat(failures()).isEmpty();
        one.tickAfter(Duration.ofMillis(1));
        deliverPage(id(1));

        // Then
        assertThat(failures()).containsExactly("unavailable");
        assertThat(one.socket.frames(ServerFrame.Page.class)).isEmpty();
    }

    @Test
    void saysThatItCouldNotAsk() {
        // Given
        pull(id(1), WITH_BOB, 1, 2);

        // When
        one.publisher.failAll();
        one.publisher.fill();
        pull(id(2), WITH_BOB, 1, 2);

        // Then
        assertThat(failures()).containsExactly("unavailable", "unavailable");
    }

    @Test
    void asksOnceHoweverOftenAClientDoes() {
        // When
        pull(id(1), WITH_BOB, 1, 2);
        pull(id(1), WITH_BOB, 1, 2);

        // Then
        assertThat(one.publisher.pulls()).hasSize(1);
        assertThat(failures()).isEmpty();
    }

    @Test
    void letsOnlyFewWaitAtOnce() {
        // When
        IntStream.rangeClosed(1, 5).forEach(number -> pull(id(number), WITH_BOB, 1, 2));

        // Then
        assertThat(one.publisher.pulls()).hasSize(PullPages.AT_ONCE);
        assertThat(failures()).containsExactly("rate_limited");

        // When
        deliverPage(id(1));
        pull(id(5), WITH_BOB, 1, 2);

        // Then
        assertThat(one.publisher.pulls()).hasSize(PullPages.AT_ONCE + 1);
    }

    @Test
    void closesWhoIgnoresThatForLong() {
        // When
        IntStream.range(0, 1_000).forEach(number -> pull(id(number), WITH_BOB, 1, 2));

        // Then
        assertThat(one.socket.closes()).containsExactly(CloseCode.RATE_LIMITED);
    }

    private String session() {
        return one.publisher.records().get(0).getSession();
    }

    private void pull(MessageId id, ConversationId conversation, long from, long to) {
        one.receive("{\"type\":\"pull\",\"id\":\"" + id + "\",\"conversation\":\"" + conversation + "\",\"from\":"
                + from + ",\"to\":" + to + "}");
    }

    private void deliverPage(MessageId re) {
        one.session.deliver(Delivery.newBuilder()
                .setPage(PageDelivery.newBuilder()
                        .setRe(bytes(re))
                        .setConversation(WITH_BOB.value())
                        .setFirst(3)
                        .setLast(4)
                        .setHead(12)
                        .addMessages(MessageDelivery.newBuilder()
                                .setSeq(3)
                                .setFrom(BOB.value())
                                .setDevice("01jd0000000000000000000002")
                                .setAt(one.clock.millis())
                                .setMessageId(ByteString.copyFrom(new byte[16]))
                                .setContent(ByteString.copyFromUtf8("{\"kind\":\"text\"}")))
                        .addHoles(Hole.newBuilder().setFirst(4).setLast(4).setReason(Hole.Reason.GONE)))
                .build());
    }

    private List<String> failures() {
        return one.socket.frames(ServerFrame.Failure.class).stream()
                .map(ServerFrame.Failure::code)
                .toList();
    }

    private static MessageId id(int number) {
        return MessageId.parse(String.format("01930e2f-6d2b-7c41-9f52-%012x", number));
    }

    private static ByteString bytes(MessageId id) {
        return ByteString.copyFrom(id.toBytes());
    }
}
