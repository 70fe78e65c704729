package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.Ulid;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Content;
import chat.natter.history.message.ArchivedMessage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * Messages as a company might write them: 3 to 25 words of a vocabulary of 30,000 whose frequencies follow Zipf's law;
 * a fifth of them in one long conversation of the first user, the others between everybody and the same hundred people.
 */
final class Corpus {
    static final Instant START = Instant.parse("2026-01-01T08:00:00Z");
    private static final int WORDS = 30_000;
    private static final String[] SYLLABLES = {
        "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri", "so", "tu", "va", "we", "xi",
        "yo", "zu", "an", "el", "is", "or", "un"
    };

    final UserId reader;
    final ConversationId longest;
    final String[] vocabulary = new String[WORDS];

    private final RandomGenerator random;
    private final List<ConversationId> conversations = new ArrayList<>();
    private final Map<ConversationId, Long> seqs = new HashMap<>();
    private final DeviceId device;
    private long count;

    Corpus(long seed, int partners) {
        Random seeded = new Random(seed);
        this.random = seeded;
        this.device = new DeviceId(Ulid.next(START, random));
        for (int i = 0; i < WORDS; i++) {
            StringBuilder word = new StringBuilder();
            for (int n = i + SYLLABLES.length; n > 0; n /= SYLLABLES.length) {
                word.append(SYLLABLES[n % SYLLABLES.length]);
            }
            vocabulary[i] = word.toString();
        }
        List<UserId> users = new ArrayList<>();
        for (int i = 0; i < partners; i++) {
            users.add(new UserId(Ulid.next(START, random)));
        }
        this.reader = users.get(0);
        this.longest = ConversationId.direct(reader, new UserId(Ulid.next(START, random)));
        for (int i = 0; i < partners; i++) {
            for (int j = 1; j <= 10; j++) {
                conversations.add(ConversationId.direct(users.get(i), users.get((i + j) % partners)));
            }
            conversations.add(ConversationId.direct(reader, users.get(i)));
        }
    }

    List<ArchivedMessage> next(int size) {
        List<ArchivedMessage> messages = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            messages.add(message());
        }
        return messages;
    }

    private ArchivedMessage message() {
        ConversationId conversation =
                random.nextInt(5) == 0 ? longest : conversations.get(random.nextInt(conversations.size()));
        long seq = seqs.merge(conversation, 1L, Long::sum);
        count++;
        StringBuilder text = new StringBuilder();
        int words = 3 + random.nextInt(23);
        for (int i = 0; i < words; i++) {
            text.append(i == 0 ? "" : " ").append(word());
        }
        return new ArchivedMessage(
                conversation,
                seq,
                1,
                conversation
                        .directMembers()
                        .get(random.nextInt(2) % conversation.directMembers().size()),
                device,
                new MessageId(new UUID(random.nextLong(), count)),
                START.plusMillis(count * 50),
                Content.ofJson("{\"kind\":\"text\",\"text\":\"" + text + "\"}"),
                0,
                null);
    }

    /** A word by its rank in frequency, 0 being the most frequent. */
    String word(int rank) {
        return vocabulary[rank];
    }

    private String word() {
        // Zipf's law by inversion: rank r comes about as often as 1/r.
        return vocabulary[(int) Math.min(WORDS - 1, Math.pow(WORDS, random.nextDouble()) - 1)];
    }

    long lastSeq(ConversationId conversation) {
        return seqs.getOrDefault(conversation, 0L);
    }

    Instant end() {
        return START.plusMillis(count * 50);
    }
}
