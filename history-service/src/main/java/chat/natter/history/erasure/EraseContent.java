package chat.natter.history.erasure;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Digests;
import chat.natter.contract.UserId;
import chat.natter.history.group.MembersAt;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.EveryEntry;
import chat.natter.history.message.MessageStore;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * Erases everything that an erased account said, in every conversation in which it ever was. Whoever does it again, or
 * begins anew after a crash, comes to the same end and the same proof.
 */
@Singleton
final class EraseContent {
    private final EveryEntry everyEntry;
    private final EraseEntries eraseEntries;
    private final ListOfConversations list;
    private final MembersAt membersAt;
    private final Clock clock;

    EraseContent(
            MessageStore store, EraseEntries eraseEntries, ListOfConversations list, MembersAt membersAt, Clock clock) {
        this.everyEntry = new EveryEntry(store);
        this.eraseEntries = eraseEntries;
        this.list = list;
        this.membersAt = membersAt;
        this.clock = clock;
    }

    /** To be called when nobody archives anything of the user any more. */
    Erasure erase(UserId user, Instant askedAt) {
        Count count = new Count();
        List<ConversationId> conversations = list.of(user);
        for (ConversationId conversation : conversations) {
            everyEntry.of(conversation, membersAt.memberships(conversation, user), entries -> {
                List<ArchivedMessage> own = entries.stream()
                        .filter(entry -> entry.from().equals(user) && eraseEntries.concerns(entry))
                        .toList();
                eraseEntries.erase(own, askedAt);
                own.forEach(count::add);
            });
        }
        return new Erasure(user, askedAt, clock.instant(), conversations.size(), count.entries, count.digest());
    }

    private static final class Count {
        private final MessageDigest digest = Digests.sha256();
        private long entries;

        void add(ArchivedMessage entry) {
            entries++;
            digest.update((entry.conversation() + "/" + entry.seq() + "\n").getBytes(StandardCharsets.UTF_8));
        }

        String digest() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
