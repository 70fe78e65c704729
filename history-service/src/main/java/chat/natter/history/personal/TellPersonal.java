package chat.natter.history.personal;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.PersonalMark;
import chat.natter.contract.record.PersonalNotice;
import chat.natter.history.message.MessageKey;
import chat.natter.history.reader.ReaderStore;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;

/** Tells all devices of a user what the user has set, as it is now. */
@Singleton
public final class TellPersonal {
    private final PersonalStore store;
    private final ReaderStore readers;
    private final OwnDevices ownDevices;
    private final Clock clock;

    TellPersonal(PersonalStore store, ReaderStore readers, OwnDevices ownDevices, Clock clock) {
        this.store = store;
        this.readers = readers;
        this.ownDevices = ownDevices;
        this.clock = clock;
    }

    /** All that is set for a conversation. */
    public void whole(UserId user, ConversationId conversation) {
        whole(user, conversation, store.of(user, conversation), store.readUpTo(user, conversation), clock.instant());
    }

    /** The same, by whoever has read it already. */
    void whole(UserId user, ConversationId conversation, Personal personal, long read, Instant now) {
        Instant mutedUntil = personal.mutedAfter(now);
        ownDevices.tell(
                user,
                notice(conversation, now)
                        .setMutedUntil(mutedUntil == null ? 0 : mutedUntil.toEpochMilli())
                        .setArchived(personal.archived())
                        .setPinned(personal.pinned())
                        .setUnread(personal.isUnread(read))
                        .setFollowing(conversation.isTopic() && readers.follows(user, conversation))
                        .build());
    }

    /** All that is set for a message. */
    void message(UserId user, MessageKey message) {
        ConversationId conversation = message.conversation();
        long seq = message.seq();
        Set<Long> starred = store.starred(user, conversation, seq, seq);
        Set<Long> hidden = store.hidden(user, conversation, seq, seq);
        ownDevices.tell(
                user,
                notice(conversation, clock.instant())
                        .setMessage(PersonalMark.newBuilder()
                                .setSeq(seq)
                                .setStarred(!starred.isEmpty())
                                .setHidden(!hidden.isEmpty()))
                        .build());
    }

    private static PersonalNotice.Builder notice(ConversationId conversation, Instant at) {
        return PersonalNotice.newBuilder().setConversation(conversation.value()).setAt(at.toEpochMilli());
    }
}
