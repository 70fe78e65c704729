package chat.natter.history.mention;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.Lifetimes;
import chat.natter.history.message.OrUnavailable;
import chat.natter.history.message.TimeToLive;
import chat.natter.history.message.WritesInFlight;
import com.datastax.oss.driver.api.core.CqlSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Mentions in Cassandra; see {@code V012__mentions.cql}. */
final class CassandraMentions implements MentionStore {
    private static final String EVERYBODY = "*";
    private static final Duration LONGEST = Duration.ofDays(365);
    private static final int MAX_IN_FLIGHT = 64;

    private final InsertMention insertMention;
    private final SelectMentions selectMentions;
    private final DeleteMentions deleteMentions;
    private final Lifetimes lifetimes;
    private final Clock clock;

    CassandraMentions(CqlSession session, Lifetimes lifetimes, Clock clock) {
        this.insertMention = new InsertMention(session);
        this.selectMentions = new SelectMentions(session);
        this.deleteMentions = new DeleteMentions(session);
        this.lifetimes = lifetimes;
        this.clock = clock;
    }

    @Override
    public void write(List<ArchivedMessage> messages, Set<UserId> erased) {
        Instant now = clock.instant();
        WritesInFlight writes = new WritesInFlight(MAX_IN_FLIGHT);
        for (ArchivedMessage message : messages) {
            Instant end = end(message);
            if (end.isAfter(now)) {
                int ttl = TimeToLive.seconds(end, now);
                mentioned(message, erased)
                        .forEach(member -> writes.start(() -> insertMention.execute(member, message, ttl)));
            }
        }
        writes.await();
    }

    @Override
    public SortedSet<Long> behind(UserId user, ConversationId conversation, long seq, int most) {
        return OrUnavailable.read(() -> {
            SortedSet<Long> found = new TreeSet<>(selectMentions.behind(user.value(), conversation, seq, most));
            found.addAll(selectMentions.behind(EVERYBODY, conversation, seq, most));
            return found;
        });
    }

    @Override
    public void forget(UserId user, List<ConversationId> conversations, Instant at) {
        WritesInFlight writes = new WritesInFlight(MAX_IN_FLIGHT);
        conversations.forEach(conversation -> writes.start(() -> deleteMentions.execute(user, conversation, at)));
        writes.await();
    }

    private static Stream<String> mentioned(ArchivedMessage message, Set<UserId> erased) {
        Stream<String> users = message.mentions().users().stream()
                .filter(user -> !erased.contains(user))
                .map(UserId::value);
        return message.mentions().all() ? Stream.concat(users, Stream.of(EVERYBODY)) : users;
    }

    private Instant end(ArchivedMessage message) {
        Instant longest = message.at().plus(LONGEST);
        Instant end = lifetimes.end(message);
        return end == null || end.isAfter(longest) ? longest : end;
    }
}
