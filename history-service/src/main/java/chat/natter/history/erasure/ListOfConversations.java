package chat.natter.history.erasure;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.mention.MentionStore;
import chat.natter.history.overview.OverviewStore;
import chat.natter.history.personal.PersonalStore;
import chat.natter.history.reader.KeepReaders;
import chat.natter.history.search.TellActivity;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The conversations that a user has or had, as far as the archive knows of them from anywhere. */
@Singleton
final class ListOfConversations {
    private final OverviewStore overview;
    private final TellActivity tellActivity;
    private final PersonalStore personal;
    private final MentionStore mentions;
    private final KeepReaders readers;

    ListOfConversations(
            OverviewStore overview,
            TellActivity tellActivity,
            PersonalStore personal,
            MentionStore mentions,
            KeepReaders readers) {
        this.overview = overview;
        this.tellActivity = tellActivity;
        this.personal = personal;
        this.mentions = mentions;
        this.readers = readers;
    }

    /** In a certain order. */
    List<ConversationId> of(UserId user) {
        return Stream.concat(overview.conversations(user).stream(), tellActivity.conversationsOf(user).stream())
                .distinct()
                .sorted(Comparator.comparing(ConversationId::value))
                .toList();
    }

    /** With all that the user has set for them, and where the user was mentioned. */
    void forget(UserId user, Instant at) {
        List<ConversationId> all = of(user);
        personal.forget(user, all, at);
        mentions.forget(user, all, at);
        readers.forget(user, at);
        overview.forget(user, at);
        tellActivity.forget(user, at);
    }
}
