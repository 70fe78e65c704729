package chat.natter.auth.privacy;

import jakarta.validation.constraints.NotNull;

/** Who may know that the user is online, and when they last were. */
public record Privacy(@NotNull Audience online, @NotNull Audience lastSeen) {
    static final Privacy OPEN = new Privacy(Audience.EVERYONE, Audience.EVERYONE);
}
