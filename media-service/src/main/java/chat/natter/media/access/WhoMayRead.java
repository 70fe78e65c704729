package chat.natter.media.access;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * The rule: the owner may, and so may every member of a conversation to which somebody sent the file who may read it. A
 * reference by anybody else opens nothing: who guesses an id and sends it to themselves gains nothing. The order in
 * which references became known does not matter.
 */
final class WhoMayRead {
    private WhoMayRead() {}

    static boolean mayRead(
            UserId user, UserId owner, List<Reference> references, BiPredicate<ConversationId, UserId> isMember) {
        if (user.equals(owner)) {
            return true;
        }
        Set<ConversationId> open = new HashSet<>();
        List<Reference> waiting = new ArrayList<>(references);
        boolean opened;
        do {
            List<Reference> valid = waiting.stream()
                    .filter(reference -> mayPassOn(reference.from(), owner, open, isMember))
                    .toList();
            valid.forEach(reference -> open.add(reference.conversation()));
            opened = waiting.removeAll(valid);
        } while (opened);
        return open.stream().anyMatch(conversation -> isMember.test(conversation, user));
    }

    private static boolean mayPassOn(
            UserId sender, UserId owner, Set<ConversationId> open, BiPredicate<ConversationId, UserId> isMember) {
        return sender.equals(owner) || open.stream().anyMatch(conversation -> isMember.test(conversation, sender));
    }
}
