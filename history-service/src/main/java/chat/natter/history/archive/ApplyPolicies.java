package chat.natter.history.archive;

import chat.natter.contract.UserId;
import chat.natter.history.erasure.WithoutErased;
import chat.natter.history.group.GroupEvent;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.overview.ListNewcomers;
import chat.natter.history.overview.Newcomer;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides what of a batch may be kept, and has it kept. */
@Singleton
final class ApplyPolicies {
    private final WithoutErased withoutErased;
    private final KeepEntries keepEntries;

    ApplyPolicies(WithoutErased withoutErased, KeepEntries keepEntries) {
        this.withoutErased = withoutErased;
        this.keepEntries = keepEntries;
    }

    /** Idempotent; returns only when all of it is durable. */
    void keep(List<ArchivedMessage> entries, List<GroupEvent> events) {
        List<Newcomer> newcomers = ListNewcomers.of(entries, events);
        Set<UserId> users = new HashSet<>();
        newcomers.forEach(newcomer -> users.add(newcomer.user()));
        entries.forEach(entry -> users.addAll(entry.mentions().users()));
        entries.stream()
                .filter(entry -> entry.conversation().isDirect())
                .forEach(entry -> users.addAll(entry.conversation().directMembers()));
        withoutErased.keep(
                entries,
                users,
                (kept, erased) -> keepEntries.keep(
                        kept,
                        events,
                        newcomers.stream()
                                .filter(newcomer -> !erased.contains(newcomer.user()))
                                .toList(),
                        erased));
    }
}
