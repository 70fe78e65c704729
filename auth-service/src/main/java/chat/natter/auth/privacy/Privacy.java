package chat.natter.auth.privacy;

import jakarta.validation.constraints.NotNull;

/**
 * Who may know that the user is online, and when they last were.
 *
 * @param hideReadMarks nobody learns what the user has read, and the user learns of nobody what they have
 */
public record Privacy(@NotNull Audience online, @NotNull Audience lastSeen, boolean hideReadMarks) {
    static final Privacy OPEN = new Privacy(Audience.EVERYONE, Audience.EVERYONE, false);
}
