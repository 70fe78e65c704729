package chat.natter.presence.privacy;

import chat.natter.contract.UserId;
import java.util.Set;

/**
 * What one user lets others see. Decided on the user's own data alone; what a pair sees of each other is the
 * {@link Shown#and} of both sides.
 *
 * @param contacts whom the user counts among the contacts, for {@link Audience#CONTACTS}
 * @param blocked nothing is shown to them
 * @param erased the account is gone: nothing is shown to anybody
 */
public record Rules(Audience online, Audience lastSeen, Set<UserId> contacts, Set<UserId> blocked, boolean erased) {
    /** Of whom nothing is known, and of whoever hides nothing. */
    public static final Rules OPEN = new Rules(Audience.EVERYONE, Audience.EVERYONE, Set.of(), Set.of(), false);

    public static final Rules ERASED = new Rules(Audience.NOBODY, Audience.NOBODY, Set.of(), Set.of(), true);

    public Rules {
        contacts = Set.copyOf(contacts);
        blocked = Set.copyOf(blocked);
    }

    public Shown shownTo(UserId other) {
        return new Shown(reaches(online, other), reaches(lastSeen, other));
    }

    private boolean reaches(Audience audience, UserId other) {
        if (erased || blocked.contains(other)) {
            return false;
        }
        return switch (audience) {
            case EVERYONE -> true;
            case CONTACTS -> contacts.contains(other);
            case NOBODY -> false;
        };
    }
}
