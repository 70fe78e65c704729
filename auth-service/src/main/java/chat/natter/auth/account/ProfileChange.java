package chat.natter.auth.account;

import chat.natter.contract.MediaId;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** The body of {@code PATCH /v1/me}: what is left out stays; an empty {@code about} or {@code avatar} is taken away. */
record ProfileChange(
        @VisibleText(max = 64) @Nullable String displayName,

        @Pattern(regexp = Username.RULE, message = "must be 3 to 32 letters a-z, digits, underscores or dots") @Nullable
        String username,

        @Pattern(regexp = "[^\\p{Cc}]{0,140}", message = "must have at most 140 characters and none that controls")
        @Nullable
        String about,

        @Pattern(regexp = "|[0-7][0-9a-hjkmnp-tv-z]{25}", message = "must be a media id") @Nullable
        String avatar,

        @Nullable Boolean discoverable) {

    /** The account with this change made to it. */
    OwnAccount applyTo(OwnAccount before) {
        Profile old = before.profile();
        return new OwnAccount(
                new Profile(
                        old.user(),
                        username == null ? old.username() : new Username(username),
                        displayName == null ? old.displayName() : displayName.strip(),
                        about == null ? old.about() : about.strip(),
                        avatar == null ? old.avatar() : avatarOf(avatar)),
                discoverable == null ? before.discoverable() : discoverable);
    }

    /** A name is how others know the account: it is chosen once. */
    boolean wantsAnotherNameThan(OwnAccount before) {
        Username old = before.profile().username();
        return username != null && old != null && !old.equals(new Username(username));
    }

    private static @Nullable MediaId avatarOf(String id) {
        return id.isEmpty() ? null : new MediaId(id);
    }
}
