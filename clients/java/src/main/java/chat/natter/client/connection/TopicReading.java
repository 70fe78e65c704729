package chat.natter.client.connection;

import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.ServerFrame;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How far this device has read which topics, and how far they are: one pull of each is under way at most. */
final class TopicReading {
    private final Map<ConversationId, Topic> topics = new HashMap<>();

    private static final class Topic {
        private long have;
        private long known;
        private boolean pulling;
    }

    /** Numbers of a log, both included. */
    record Wanted(long from, long to) {}

    void begin(ConversationId topic, long after) {
        Topic begun = topics.computeIfAbsent(topic, first -> new Topic());
        begun.have = Math.max(after, begun.have);
    }

    void end(ConversationId topic) {
        topics.remove(topic);
    }

    /** Whether a pull is to begin. */
    boolean heard(ServerFrame.News news) {
        Topic topic = topics.get(news.conversation());
        if (topic == null) {
            return false;
        }
        topic.known = Math.max(topic.known, news.seq());
        boolean begins = !topic.pulling && topic.have < topic.known;
        topic.pulling |= begins;
        return begins;
    }

    /** Whether the pull has to go on. */
    boolean got(ServerFrame.Page page) {
        Topic topic = topics.get(page.conversation());
        if (topic == null || !topic.pulling) {
            return false;
        }
        topic.have = Math.max(topic.have, page.last());
        topic.pulling = topic.have < topic.known;
        return topic.pulling;
    }

    void refused(ConversationId conversation) {
        Topic topic = topics.get(conversation);
        if (topic != null) {
            topic.pulling = false;
        }
    }

    /** What is to be pulled; null if the topic is not read any more. */
    @Nullable
    Wanted wanted(ConversationId conversation) {
        Topic topic = topics.get(conversation);
        return topic == null || !topic.pulling ? null : new Wanted(topic.have + 1, topic.known);
    }
}
