package chat.natter.auth.session;

import chat.natter.auth.device.DeviceRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** The body of {@code POST /v1/sessions}. No field is null once it has been validated. */
record SignInRequest(
        @NotNull @Pattern(regexp = "password", message = "must be \"password\"")
        String grant,

        @NotNull @Size(min = 1, max = 255) String username,
        @NotNull @Size(min = 1, max = 1024) String password,
        @NotNull @Valid DeviceRequest device) {

    @Override
    public String toString() {
        return "SignInRequest[" + grant + "]";
    }
}
