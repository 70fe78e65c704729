package chat.natter.client.connection;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.client.connection.TopicReading.Wanted;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.ServerFrame;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TopicReadingTest {
    private static final ConversationId TOPIC = ConversationId.topicOf(new MessageId(new UUID(1, 1)));

    private final TopicReading reading = new TopicReading();

    @Test
    void pullsWhatItDoesNotHaveOnceAtATime() {
        reading.begin(TOPIC, 3);

        assertThat(reading.heard(news(3))).isFalse();
        assertThat(reading.heard(news(5))).isTrue();
        assertThat(reading.heard(news(7))).as("a pull is on its way").isFalse();
        assertThat(reading.wanted(TOPIC)).isEqualTo(new Wanted(4, 7));
        assertThat(reading.got(page(4, 5))).as("there is more").isTrue();
        assertThat(reading.wanted(TOPIC)).isEqualTo(new Wanted(6, 7));
        assertThat(reading.got(page(6, 7))).isFalse();
        assertThat(reading.wanted(TOPIC)).isNull();
        assertThat(reading.heard(news(7))).isFalse();
    }

    @Test
    void goesOnWhileTheArchiveLags() {
        reading.begin(TOPIC, 3);
        reading.heard(news(4));

        assertThat(reading.got(page(4, 3))).isTrue();
        assertThat(reading.wanted(TOPIC)).isEqualTo(new Wanted(4, 4));
    }

    @Test
    void beginsAnewAfterARefusal() {
        reading.begin(TOPIC, 0);
        reading.heard(news(1));

        reading.refused(TOPIC);

        assertThat(reading.wanted(TOPIC)).isNull();
        assertThat(reading.heard(news(1))).isTrue();
    }

    @Test
    void takesNoPageThatItDidNotAskFor() {
        assertThat(reading.got(page(1, 3))).isFalse();
        assertThat(reading.heard(news(3))).isFalse();
        reading.begin(TOPIC, 0);
        assertThat(reading.got(page(1, 3))).isFalse();
        reading.heard(news(3));
        reading.end(TOPIC);
        assertThat(reading.wanted(TOPIC)).isNull();
    }

    private static ServerFrame.News news(long seq) {
        return new ServerFrame.News(null, TOPIC, seq, 0);
    }

    private static ServerFrame.Page page(long first, long last) {
        return new ServerFrame.Page(new MessageId(new UUID(1, 2)), TOPIC, first, last, last, List.of(), List.of());
    }
}
