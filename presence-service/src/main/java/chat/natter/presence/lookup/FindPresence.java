package chat.natter.presence.lookup;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.presence.privacy.Rules;
import chat.natter.presence.privacy.Shown;
import chat.natter.presence.problem.Refusal;
import chat.natter.presence.streams.QueryStore;
import chat.natter.presence.streams.StoreAnswer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts an answer together from the instances that own the users. What a user shows is decided where the user is owned;
 * what the asker shows in return, where the asker is. A request is handed on at most once: owners change, and two
 * instances must not play ping-pong.
 */
@Singleton
final class FindPresence {
    private final QueryStore store;
    private final AskOwner askOwner;

    FindPresence(QueryStore store, AskOwner askOwner) {
        this.store = store;
        this.askOwner = askOwner;
    }

    /** In the order in which they were asked for. */
    List<PresenceAnswer> find(Collection<UserId> users, Asker asker) {
        Map<UserId, StoreAnswer.Known> own = new LinkedHashMap<>();
        Map<StoreAnswer.Elsewhere, List<UserId>> others = new LinkedHashMap<>();
        for (UserId user : users) {
            StoreAnswer answer = store.find(user);
            if (answer instanceof StoreAnswer.Known known) {
                own.put(user, known);
            } else if (answer instanceof StoreAnswer.Elsewhere owner && !asker.handedOn()) {
                others.computeIfAbsent(owner, first -> new ArrayList<>()).add(user);
            } else {
                throw unsettled();
            }
        }
        Map<String, PresenceAnswer> found = new LinkedHashMap<>();
        if (!own.isEmpty()) {
            answer(own, asker).forEach(answer -> found.put(answer.userId(), answer));
        }
        others.forEach((owner, theirs) ->
                askOwner.presences(owner, theirs, asker).forEach(answer -> found.put(answer.userId(), answer)));
        List<PresenceAnswer> ordered = new ArrayList<>();
        users.forEach(user -> {
            PresenceAnswer answer = found.get(user.value());
            if (answer == null) {
                throw unsettled();
            }
            ordered.add(answer);
        });
        return ordered;
    }

    /** What the asker, who has to be owned here, shows to these users. */
    Map<UserId, Shown> shownBy(Asker asker, Collection<UserId> users) {
        if (store.find(asker.user()) instanceof StoreAnswer.Known known) {
            return shown(known.rules(), users);
        }
        throw unsettled();
    }

    private List<PresenceAnswer> answer(Map<UserId, StoreAnswer.Known> own, Asker asker) {
        Map<UserId, Shown> inReturn = inReturn(own.keySet(), asker);
        List<PresenceAnswer> answers = new ArrayList<>();
        own.forEach((user, known) -> {
            Shown shown = user.equals(asker.user())
                    ? Shown.ALL
                    : known.rules().shownTo(asker.user()).and(inReturn.getOrDefault(user, Shown.NOTHING));
            answers.add(PresenceAnswer.of(user, shown.of(known.presence())));
        });
        return answers;
    }

    private Map<UserId, Shown> inReturn(Collection<UserId> users, Asker asker) {
        StoreAnswer answer = store.find(asker.user());
        if (answer instanceof StoreAnswer.Known known) {
            return shown(known.rules(), users);
        }
        if (answer instanceof StoreAnswer.Elsewhere owner) {
            return askOwner.shown(owner, users, asker);
        }
        throw unsettled();
    }

    private static Map<UserId, Shown> shown(Rules rules, Collection<UserId> users) {
        Map<UserId, Shown> shown = new LinkedHashMap<>();
        users.forEach(user -> shown.put(user, rules.shownTo(user)));
        return shown;
    }

    private static Refusal unsettled() {
        return new Refusal(Problem.UNAVAILABLE, "Presence is being moved between instances.");
    }
}
