package chat.natter.presence.sessions;

import chat.natter.contract.UserId;

/** A user's last session ended at that time. Void as soon as the user has come back. */
public record Departure(UserId user, long at) {
    /** Whether it is still the user's last word. */
    public boolean standsIn(UserSessions state) {
        return state.hasUnsettledDeparture() && state.changedAt() == at;
    }
}
