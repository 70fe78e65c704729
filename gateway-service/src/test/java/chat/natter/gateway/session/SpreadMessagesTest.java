package chat.natter.gateway.session;

import static chat.natter.gateway.session.OneSession.ALICE;
import static chat.natter.gateway.session.OneSession.BOB;
import static chat.natter.gateway.session.OneSession.CAROL;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Refused;
import chat.natter.contract.record.Sent;
import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One message to several users, each of whom gets it as a message of their own. */
class SpreadMessagesTest {
    private static final MessageId ID = MessageId.parse("01930e2f-6d2b-7c41-9f52-1b2f0c1d2e3f");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private final OneSession one = new OneSession().opened();

    @Test
    void asksOnceForEachAndAnswersOnceForAll() {
        // When
        spread(BOB, CAROL, BOB);

        // Then
        assertThat(one.publisher.commands())
                .extracting(FakePublisher.Published::conversation)
                .containsExactly(with(BOB), with(CAROL));
        assertThat(one.publisher.commands()).allSatisfy(published -> {
            assertThat(published.command().getSend().getBroadcast()).isTrue();
            assertThat(published.command().getSend().getMessageId().toByteArray())
                    .isEqualTo(ID.toBytes());
        });

        // When
        answer(sent(CAROL, 9));
        answer(sent(CAROL, 9));

        // Then
        assertThat(one.socket.frames(ServerFrame.Spread.class)).isEmpty();

        // When
        answer(refused(BOB, "forbidden", 0));

        // Then
        assertThat(one.socket.frames(ServerFrame.Spread.class))
                .containsExactly(new ServerFrame.Spread(
                        ID,
                        List.of(new ServerFrame.Reached(CAROL, 9, NOON)),
                        List.of(new ServerFrame.Unreached(BOB, "forbidden"))));
        assertThat(one.socket.frames(ServerFrame.Sent.class)).isEmpty();
        assertThat(one.socket.frames(ServerFrame.Failure.class)).isEmpty();
    }

    @Test
    void takesARepeatThatIsUnderWayForTheSame() {
        // When
        spread(BOB);
        spread(BOB);

        // Then
        assertThat(one.publisher.commands()).hasSize(1);
    }

    @Test
    void saysThatAllOfItIsToBeAskedAgainWhenAPartCannotBeDoneNow() {
        // Given
        spread(BOB, CAROL);
        answer(sent(CAROL, 9));

        // When
        answer(refused(BOB, "unavailable", 1_000));

        // Then
        ServerFrame.Failure failure =
                one.socket.frames(ServerFrame.Failure.class).get(0);
        assertThat(failure.re()).isEqualTo(ID.toString());
        assertThat(failure.code()).isEqualTo("unavailable");
        assertThat(failure.retryAfterMs()).isPositive();

        // When
        spread(BOB);

        // Then
        assertThat(one.publisher.commands()).hasSize(3);
    }

    @Test
    void refusesTooMany() {
        // When
        spread(Stream.of("4", "5", "6", "7")
                .map(last -> new UserId("01ja000000000000000000000" + last))
                .toArray(UserId[]::new));

        // Then
        assertThat(one.publisher.commands()).isEmpty();
        assertThat(one.socket.frames(ServerFrame.Failure.class).get(0).code()).isEqualTo("too_many");
    }

    @Test
    void leavesOtherAnswersAlone() {
        // When
        answer(sent(BOB, 3));

        // Then
        assertThat(one.socket.frames(ServerFrame.Sent.class)).hasSize(1);
    }

    private void spread(UserId... users) {
        String names = Stream.of(users).map(user -> "\"" + user + "\"").collect(Collectors.joining(","));
        one.receive("{\"type\":\"send\",\"id\":\"" + ID + "\",\"to\":{\"users\":[" + names
                + "]},\"content\":{\"kind\":\"text\",\"text\":\"hi\"}}");
    }

    private void answer(Delivery.Builder delivery) {
        one.session.deliver(delivery.build());
    }

    private static Delivery.Builder sent(UserId user, long seq) {
        return Delivery.newBuilder()
                .setSent(Sent.newBuilder()
                        .setRe(ByteString.copyFrom(ID.toBytes()))
                        .setConversation(with(user).value())
                        .setSeq(seq)
                        .setAt(NOON.toEpochMilli()));
    }

    private static Delivery.Builder refused(UserId user, String problem, int retryAfter) {
        return Delivery.newBuilder()
                .setRefused(Refused.newBuilder()
                        .setRe(ByteString.copyFrom(ID.toBytes()))
                        .setConversation(with(user).value())
                        .setProblem(problem)
                        .setRetryAfterMillis(retryAfter));
    }

    private static ConversationId with(UserId user) {
        return ConversationId.direct(ALICE, user);
    }
}
