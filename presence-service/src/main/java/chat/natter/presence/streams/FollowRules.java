package chat.natter.presence.streams;

import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.presence.privacy.Rules;
import org.jspecify.annotations.Nullable;

/** Follows what accounts say of privacy: those who watch the user and those whom the user watches see it at once. */
final class FollowRules {
    private final UserRules rules;
    private final TellWatchers watchers;
    private final FollowWatchLists watchLists;

    FollowRules(UserRules rules, TellWatchers watchers, FollowWatchLists watchLists) {
        this.rules = rules;
        this.watchers = watchers;
        this.watchLists = watchLists;
    }

    /** Whether the account is gone from now on. */
    boolean changed(UserId user, @Nullable Account account, long now) {
        Rules next = account == null ? Rules.OPEN : ReadAccount.rules(account);
        boolean changes = rules.replace(user, next);
        if (changes) {
            watchers.rulesChanged(user, now);
            watchLists.rulesChanged(user, now);
        }
        return changes && next.erased();
    }
}
