package chat.natter.history.pull;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Hole;
import chat.natter.contract.record.MessageDelivery;
import chat.natter.contract.record.PageDelivery;
import chat.natter.contract.record.PullRequest;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.Audience;
import chat.natter.history.message.InMemoryMessages;
import chat.natter.history.message.ReadLogOf;
import chat.natter.history.message.SomeMessages;
import chat.natter.history.message.StoreUnavailable;
import chat.natter.history.message.Visible;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnswerPullTest {
    private static final ConversationId TOPIC = ConversationId.topicOf(new MessageId(new UUID(1, 1)));
    private static final ByteString RE = ByteString.copyFromUtf8("0123456789abcdef");

    private final SomeMessages some = new SomeMessages();
    private final InMemoryMessages store = new InMemoryMessages();

    @Test
    void answersWithThePartAndItsHoles() {
        // Given
        ArchivedMessage reaction =
                some.change(4, 2, chat.natter.contract.frame.Action.REACT, "{\"kind\":\"reaction\"}");
        store.write(List.of(some.message(1), some.message(2), reaction));

        // When
        Delivery answer = answer((conversation, user) -> Visible.ALL, 2, 9);

        // Then
        assertThat(answer.getSession()).isEqualTo("session");
        PageDelivery page = answer.getPage();
        assertThat(page.getRe()).isEqualTo(RE);
        assertThat(page.getConversation()).isEqualTo(some.conversation.value());
        assertThat(page.getFirst()).isEqualTo(2);
        assertThat(page.getLast()).isEqualTo(4);
        assertThat(page.getHead()).isEqualTo(4);
        assertThat(page.getMessagesList()).extracting(MessageDelivery::getSeq).containsExactly(2L, 4L);
        MessageDelivery done = page.getMessages(1);
        assertThat(done.getAction()).isEqualTo(Action.REACT);
        assertThat(done.getTarget()).isEqualTo(2);
        assertThat(done.getFrom()).isEqualTo(some.alice.value());
        assertThat(done.getAt()).isEqualTo(reaction.at().toEpochMilli());
        assertThat(done.getContent().toStringUtf8()).isEqualTo("{\"kind\":\"reaction\"}");
        assertThat(page.getHolesList())
                .containsExactly(Hole.newBuilder()
                        .setFirst(3)
                        .setLast(3)
                        .setReason(Hole.Reason.GONE)
                        .build());
    }

    @Test
    void refusesWhoWasNeverAMember() {
        // Given
        store.write(some.messages(1, 3));

        // When
        Delivery answer = answer((conversation, user) -> new Visible(List.of()), 1, 3);

        // Then
        assertThat(answer.getRefused().getRe()).isEqualTo(RE);
        assertThat(answer.getRefused().getProblem()).isEqualTo("not_a_member");
        assertThat(answer.getRefused().getRetryAfterMillis()).isZero();
    }

    @Test
    void readsOnceWhatManyWantOfATopicForEverybody() {
        // Given
        store.write(List.of(some.in(TOPIC, some.message(1)), some.in(TOPIC, some.message(2))));
        int[] asked = {0};
        Audience everybody = new Audience() {
            @Override
            public Visible of(ConversationId conversation, UserId user) {
                throw new AssertionError("asked for each reader");
            }

            @Override
            public boolean isForEverybody(ConversationId conversation) {
                asked[0]++;
                return true;
            }
        };
        AnswerPull answerPull = new AnswerPull(ReadLogOf.store(store), everybody);
        SharedParts batch = answerPull.shared();
        PullRequest request =
                request(1, 9).toBuilder().setConversation(TOPIC.value()).build();
        assertThat(answerPull.answer(request, batch).getPage().getLast()).isEqualTo(2);

        // When
        store.write(List.of(some.in(TOPIC, some.message(3))));

        // Then
        assertThat(answerPull.answer(request, batch).getPage().getLast()).isEqualTo(2);
        assertThat(asked[0]).isEqualTo(1);
        assertThat(answerPull.answer(request, answerPull.shared()).getPage().getLast())
                .as("in the next batch")
                .isEqualTo(3);
    }

    @Test
    void asksToComeAgainWhileTheStoreIsAway() {
        // Given
        Audience away = (conversation, user) -> {
            throw new StoreUnavailable(new IllegalStateException("away"));
        };

        // When
        Delivery answer = answer(away, 1, 3);

        // Then
        assertThat(answer.getRefused().getProblem()).isEqualTo("unavailable");
        assertThat(answer.getRefused().getRetryAfterMillis()).isPositive();
    }

    @Test
    void takesNothingForARequestThatCannotBeAnswered() {
        PullRequest fine = request(1, 3).toBuilder()
                .setGateway("gateway-1")
                .setSession(some.bob.value())
                .build();

        assertThat(ReadPullRequest.read(fine.toByteArray())).isEqualTo(fine);
        assertThat(ReadPullRequest.read(null)).isNull();
        assertThat(ReadPullRequest.read(new byte[] {1, 2, 3})).isNull();
        assertThat(ReadPullRequest.read(fine.toBuilder().setFrom(0).build().toByteArray()))
                .isNull();
        assertThat(ReadPullRequest.read(fine.toBuilder().setFrom(4).build().toByteArray()))
                .isNull();
        assertThat(ReadPullRequest.read(fine.toBuilder().setUser("me").build().toByteArray()))
                .isNull();
        assertThat(ReadPullRequest.read(fine.toBuilder().clearRe().build().toByteArray()))
                .isNull();
    }

    private Delivery answer(Audience audience, long from, long to) {
        AnswerPull answerPull = new AnswerPull(ReadLogOf.store(store), audience);
        return answerPull.answer(request(from, to), answerPull.shared());
    }

    private PullRequest request(long from, long to) {
        return PullRequest.newBuilder()
                .setSession("session")
                .setUser(some.bob.value())
                .setRe(RE)
                .setConversation(some.conversation.value())
                .setFrom(from)
                .setTo(to)
                .build();
    }
}
