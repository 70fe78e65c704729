package chat.natter.auth.session;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The body of {@code POST /v1/sessions/refresh}. */
record RefreshRequest(@NotNull @Size(min = 1, max = 255) String refreshToken) {
    @Override
    public String toString() {
        return "RefreshRequest";
    }
}
