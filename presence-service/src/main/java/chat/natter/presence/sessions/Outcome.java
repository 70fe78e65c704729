package chat.natter.presence.sessions;

import java.util.List;

/** A decision: the user's state from now on, and what is to be written. */
public record Outcome(UserSessions next, List<Effect> effects) {
    public Outcome {
        effects = List.copyOf(effects);
    }

    static Outcome of(UserSessions next, Effect... effects) {
        return new Outcome(next, List.of(effects));
    }
}
