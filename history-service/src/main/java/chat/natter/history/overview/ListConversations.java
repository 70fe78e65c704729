package chat.natter.history.overview;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.group.MembersAt;
import chat.natter.history.message.Audience;
import chat.natter.history.message.Visible;
import chat.natter.history.reader.ReaderStore;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A user's conversations, the newest first, as far as the user may know of them. A topic is one of them while the user
 * follows it or publishes there, whoever may read it.
 */
@Singleton
final class ListConversations {
    private final OverviewStore store;
    private final Audience audience;
    private final ReaderStore readers;
    private final MembersAt members;
    private final FewAtOnce fewAtOnce;

    ListConversations(
            OverviewStore store, Audience audience, ReaderStore readers, MembersAt members, FewAtOnce fewAtOnce) {
        this.store = store;
        this.audience = audience;
        this.readers = readers;
        this.members = members;
        this.fewAtOnce = fewAtOnce;
    }

    /** Those that have changed after that moment; all of them, also those that the user has left, if it is null. */
    List<Progress> of(UserId user, @Nullable Instant since) {
        List<Progress> changed = store.of(user).stream()
                .filter(progress -> since == null || isAfter(progress.lastAt(), since))
                .toList();
        return fewAtOnce.map(changed, progress -> asFarAsKnown(user, progress)).stream()
                .flatMap(Optional::stream)
                .filter(progress -> since == null || progress.lastAt() != null)
                .sorted(Comparator.comparing(ListConversations::lastOrEarliest).reversed())
                .toList();
    }

    private Optional<Progress> asFarAsKnown(UserId user, Progress progress) {
        if (!isOwn(progress.conversation(), user)) {
            return Optional.empty();
        }
        Visible visible = audience.of(progress.conversation(), user);
        if (visible.contains(progress.lastSeq())) {
            return Optional.of(progress);
        }
        // When others went on talking is not for somebody who has gone.
        return visible.isNothing()
                ? Optional.empty()
                : Optional.of(new Progress(progress.conversation(), visible.last(), null, progress.read()));
    }

    private boolean isOwn(ConversationId conversation, UserId user) {
        return !conversation.isTopic() || readers.follows(user, conversation) || members.isMember(conversation, user);
    }

    private static boolean isAfter(@Nullable Instant at, Instant since) {
        return at != null && at.isAfter(since);
    }

    private static Instant lastOrEarliest(Progress progress) {
        Instant at = progress.lastAt();
        return at == null ? Instant.EPOCH : at;
    }
}
