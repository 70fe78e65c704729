package chat.natter.presence.streams;

import chat.natter.contract.record.Account;
import chat.natter.contract.record.Privacy;
import chat.natter.presence.privacy.Audience;
import chat.natter.presence.privacy.Rules;

/** What an account record means for privacy. */
final class ReadAccount {
    private ReadAccount() {}

    static Rules rules(Account account) {
        if (account.getStatus() == Account.Status.ERASED) {
            return Rules.ERASED;
        }
        return new Rules(
                audience(account.getPrivacy().getOnline()),
                audience(account.getPrivacy().getLastSeen()),
                StoredForms.users(account.getContactsList()),
                StoredForms.users(account.getBlockedList()),
                false);
    }

    /** An audience that a later version adds is taken for the narrowest one. */
    static Audience audience(Privacy.Audience audience) {
        return switch (audience) {
            case EVERYONE -> Audience.EVERYONE;
            case CONTACTS -> Audience.CONTACTS;
            case NOBODY, UNRECOGNIZED -> Audience.NOBODY;
        };
    }

    static Privacy privacy(Rules rules) {
        return Privacy.newBuilder()
                .setOnline(audience(rules.online()))
                .setLastSeen(audience(rules.lastSeen()))
                .build();
    }

    private static Privacy.Audience audience(Audience audience) {
        return switch (audience) {
            case EVERYONE -> Privacy.Audience.EVERYONE;
            case CONTACTS -> Privacy.Audience.CONTACTS;
            case NOBODY -> Privacy.Audience.NOBODY;
        };
    }
}
