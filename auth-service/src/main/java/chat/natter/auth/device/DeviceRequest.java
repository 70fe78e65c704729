package chat.natter.auth.device;

import chat.natter.auth.account.VisibleText;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The device that signs in: a new one, or with {@code id} one that the account has already.
 *
 * @param replacesOthers whether all others of the account are removed: for somebody who has lost them
 */
public record DeviceRequest(
        @Pattern(regexp = "[0-7][0-9a-hjkmnp-tv-z]{25}", message = "must be a device id") @Nullable
        String id,

        @NotNull @VisibleText(max = 64) String name,
        @NotNull @VisibleText(max = 32) String platform,
        boolean replacesOthers) {

    public DeviceRequest {
        // Nobody means the blanks around a name. Missing fields are reported by validation, which runs later.
        name = strip(name);
        platform = strip(platform);
    }

    @SuppressWarnings("NullAway") // JSON may leave the field out
    private static String strip(@Nullable String text) {
        return text == null ? null : text.strip();
    }
}
