package chat.natter.history.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.history.message.StoreUnavailable;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeepReadersTest {
    private static final ConversationId TOPIC = ConversationId.topicOf(new MessageId(new UUID(0, 1)));
    private static final ConversationId ANOTHER = ConversationId.topicOf(new MessageId(new UUID(0, 2)));
    private static final UserId READER = new UserId("01jd3zk8x0000000000000000c");
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");

    private final InMemoryReaders readers = new InMemoryReaders();

    @Test
    void tellsTheOtherServicesWhatIsSet() {
        readers.keep().set(READER, TOPIC, true, NOW);
        readers.keep().set(READER, TOPIC, false, NOW);

        assertThat(readers.told()).containsExactly(TOPIC + "/" + READER + "=true", TOPIC + "/" + READER + "=false");
        assertThat(readers.topicsOf(READER)).isEmpty();
    }

    @Test
    void tellsThemOfAllThatAnErasedUserFollowed() {
        readers.keep().set(READER, TOPIC, true, NOW);
        readers.keep().set(READER, ANOTHER, true, NOW);
        readers.told().clear();

        readers.keep().forget(READER, NOW);

        assertThat(readers.told())
                .containsExactlyInAnyOrder(TOPIC + "/" + READER + "=false", ANOTHER + "/" + READER + "=false");
        assertThat(readers.topicsOf(READER)).isEmpty();
    }

    @Test
    void setsNothingOfWhichTheyCouldNotBeTold() {
        KeepReaders keep = new KeepReaders(readers, (user, topic, follows) -> {
            throw new StoreUnavailable(new IllegalStateException("no broker"));
        });

        assertThatThrownBy(() -> keep.set(READER, TOPIC, true, NOW)).isInstanceOf(StoreUnavailable.class);
        assertThat(readers.topicsOf(READER)).isEmpty();
    }
}
