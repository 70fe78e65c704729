package chat.natter.history.export;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.history.group.MembersAt;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.EveryEntry;
import chat.natter.history.message.FindMoment;
import chat.natter.history.message.MessageStore;
import chat.natter.history.message.Visible;
import chat.natter.history.overview.OverviewStore;
import jakarta.inject.Singleton;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Gives the entries that are asked for, conversation by conversation in an order that stays the same, each from its
 * first entry to its last, as the archive keeps them: what was done to a message is an entry of its own. So an export
 * that was broken off goes on after the last entry that arrived.
 */
@Singleton
final class WriteArchive {
    private final EveryConversation everyConversation;
    private final OverviewStore overview;
    private final MessageStore messages;
    private final FindMoment findMoment;
    private final MembersAt membersAt;

    WriteArchive(
            EveryConversation everyConversation,
            OverviewStore overview,
            MessageStore messages,
            FindMoment findMoment,
            MembersAt membersAt) {
        this.everyConversation = everyConversation;
        this.overview = overview;
        this.messages = messages;
        this.findMoment = findMoment;
        this.membersAt = membersAt;
    }

    void write(ExportRequest request, Consumer<ArchivedMessage> writer) {
        Optional<ConversationId> begin = request.after().map(ExportRequest.Place::conversation);
        if (request.conversation().isPresent()) {
            one(request.conversation().get(), request, writer);
        } else if (request.user().isPresent()) {
            of(request.user().get()).stream()
                    .filter(conversation -> begin.map(first -> first.value().compareTo(conversation.value()) <= 0)
                            .orElse(true))
                    .forEach(conversation -> one(conversation, request, writer));
        } else {
            everyConversation.from(begin, conversation -> one(conversation, request, writer));
        }
    }

    private List<ConversationId> of(UserId user) {
        return overview.conversations(user).stream()
                .sorted(Comparator.comparing(ConversationId::value))
                .toList();
    }

    private void one(ConversationId conversation, ExportRequest request, Consumer<ArchivedMessage> writer) {
        OptionalLong last = messages.lastSeq(conversation);
        if (last.isEmpty()) {
            return;
        }
        long first = first(conversation, request, last.getAsLong());
        long end = request.to()
                .map(to -> findMoment.firstSeqAt(conversation, to, last.getAsLong()) - 1)
                .orElse(last.getAsLong());
        Visible ranges = request.user()
                .map(user -> membersAt.memberships(conversation, user))
                .orElse(Visible.ALL);
        new EveryEntry(messages).of(conversation, ranges.within(first, end), entries -> entries.forEach(writer));
    }

    private long first(ConversationId conversation, ExportRequest request, long last) {
        long first = request.from()
                .map(from -> findMoment.firstSeqAt(conversation, from, last))
                .orElse(1L);
        return request.after()
                .filter(place -> place.conversation().equals(conversation))
                .map(place -> Math.max(first, place.seq() + 1))
                .orElse(first);
    }
}
