package chat.natter.history.overview;

import chat.natter.history.message.MessageJson;
import chat.natter.history.message.Rfc3339;
import chat.natter.history.personal.Personal;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's conversations as clients see them. */
record ConversationsJson(List<One> conversations) {
    ConversationsJson {
        conversations = List.copyOf(conversations);
    }

    /**
     * One of them.
     *
     * @param lastAt absent if the user is no member any more
     * @param read up to where the user has read; absent for nowhere
     * @param unread present if the user has marked it so; absent is also what else is not set
     * @param unreadCount messages of others that were not read, {@link Details#MOST} for as many or more; absent unless
     *     asked for
     * @param mentionCount in how many messages behind {@code read} the user is mentioned,
     *     {@link chat.natter.history.mention.CountMentions#MOST} for as many or more; absent unless asked for
     * @param last the newest message; absent unless asked for
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            String conversation,
            long lastSeq,
            @Nullable String lastAt,
            @Nullable Long read,
            @Nullable String mutedUntil,
            @Nullable Boolean archived,
            @Nullable Boolean pinned,
            @Nullable Boolean unread,
            @Nullable Integer unreadCount,
            @Nullable Integer mentionCount,
            @Nullable MessageJson last) {
        static One of(Progress one, Personal personal, @Nullable Details details, Instant now) {
            Instant mutedUntil = personal.mutedAfter(now);
            return new One(
                    one.conversation().value(),
                    one.lastSeq(),
                    one.lastAt() == null ? null : Rfc3339.format(one.lastAt()),
                    one.read() == 0 ? null : one.read(),
                    mutedUntil == null ? null : Rfc3339.format(mutedUntil),
                    orNull(personal.archived()),
                    orNull(personal.pinned()),
                    orNull(personal.isUnread(one.read())),
                    details == null ? null : details.unread(),
                    details == null ? null : details.mentions(),
                    details == null ? null : details.last());
        }

        private static @Nullable Boolean orNull(boolean flag) {
            return flag ? true : null;
        }
    }
}
