package chat.natter.auth.account;

import chat.natter.contract.MediaId;
import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A {@link Profile} as JSON: what there is not is left out. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProfileAnswer(
        String userId,
        @Nullable String username,
        String displayName,
        String about,
        @Nullable String avatar) {
    public static ProfileAnswer of(Profile profile) {
        Username username = profile.username();
        MediaId avatar = profile.avatar();
        return new ProfileAnswer(
                profile.user().value(),
                username == null ? null : username.value(),
                profile.displayName(),
                profile.about(),
                avatar == null ? null : avatar.value());
    }
}
