package chat.natter.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.Content;
import chat.natter.contract.frame.Recipient;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final Outbox outbox = new Outbox(3);

    @Test
    void keepsWhatHasNoAnswerInTheOrderOfSending() {
        // Given
        ClientFrame.Send first = send();
        ClientFrame.Send second = send();
        ClientFrame.Send third = send();
        outbox.add(first);
        outbox.add(second);
        outbox.add(third);

        // When
        outbox.answered(second.id());

        // Then
        assertThat(outbox.unanswered()).containsExactly(first, third);
    }

    @Test
    void tellsAnAnswerOnce() {
        // Given
        ClientFrame.Send send = send();
        outbox.add(send);

        // When
        outbox.answered(send.id());

        // Then
        assertThat(outbox.answered(send.id())).isEmpty();
        assertThat(outbox.size()).isZero();
    }

    @Test
    void refusesMoreThanItHoldsButNotARepeat() {
        // Given
        ClientFrame.Send first = send();
        outbox.add(first);
        outbox.add(send());
        outbox.add(send());

        // When
        boolean taken = outbox.add(send());
        boolean repeated = outbox.add(first);

        // Then
        assertThat(taken).isFalse();
        assertThat(repeated).isTrue();
        assertThat(outbox.size()).isEqualTo(3);
    }

    @Test
    void findsTheSendThatAnErrorNames() {
        // Given
        ClientFrame.Send send = send();
        outbox.add(send);

        // When
        ClientFrame.Request found = outbox.find(send.id().toString());

        // Then
        assertThat(found).isEqualTo(send);
        assertThat(outbox.find("no id at all")).isNull();
        assertThat(outbox.find(null)).isNull();
    }

    private static ClientFrame.Send send() {
        return new ClientFrame.Send(
                new MessageId(UUID.randomUUID()),
                new Recipient.ToUser(new UserId("0".repeat(26))),
                Content.ofJson("{\"kind\":\"text\"}"),
                null,
                null);
    }
}
