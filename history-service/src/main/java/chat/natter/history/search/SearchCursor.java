package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.history.problem.Refusal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a search goes on. Hits come newest first; those of the same moment by conversation. It is a place and no
 * permission: what may be seen from there on depends on who asks.
 *
 * @param at everything newer has been looked at
 * @param last the last message of that moment that has been looked at; empty if none has
 */
record SearchCursor(Instant at, Optional<Key> last) {
    private static final int MAX_LENGTH = 160;

    /** A message in the order of hits. */
    record Key(Instant at, ConversationId conversation, long seq) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparing(Key::at, Comparator.reverseOrder())
                .thenComparing(key -> key.conversation().value())
                .thenComparing(Key::seq, Comparator.reverseOrder());

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    static SearchCursor after(Key key) {
        return new SearchCursor(key.at(), Optional.of(key));
    }

    static SearchCursor from(Instant at) {
        return new SearchCursor(at, Optional.empty());
    }

    /** The newest posting of the conversation that has not been looked at. */
    Posting firstOf(ConversationId conversation) {
        if (last.isEmpty()) {
            return new Posting(at, Long.MAX_VALUE);
        }
        int order = conversation.value().compareTo(last.get().conversation().value());
        if (order == 0) {
            return new Posting(at, last.get().seq() - 1);
        }
        return new Posting(order > 0 ? at : at.minusMillis(1), Long.MAX_VALUE);
    }

    String text() {
        String plain = at.toEpochMilli()
                + last.map(key -> "." + key.seq() + "." + key.conversation()).orElse("");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what {@link #text()} wrote; anything else is refused with {@code bad_request}. */
    static SearchCursor parse(String text) {
        try {
            if (text.length() <= MAX_LENGTH) {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\\.", 3);
                Instant at = Instant.ofEpochMilli(Long.parseLong(parts[0]));
                if (parts.length == 1) {
                    return from(at);
                }
                if (parts.length == 3) {
                    return after(new Key(at, new ConversationId(parts[2]), Long.parseLong(parts[1])));
                }
            }
        } catch (IllegalArgumentException e) {
            // Not base 64, no number, or no conversation: answered below.
        }
        throw new Refusal(Problem.BAD_REQUEST, "That cursor is not one of ours.");
    }
}
