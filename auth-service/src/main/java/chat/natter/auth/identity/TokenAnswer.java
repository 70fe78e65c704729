package chat.natter.auth.identity;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/** What Keycloak's token endpoint says, be it a token or an error. */
record TokenAnswer(
        @JsonProperty("access_token") @Nullable String accessToken,
        @JsonProperty("id_token") @Nullable String idToken,
        @JsonProperty("expires_in") long expiresIn,
        @JsonProperty("error") @Nullable String error,
        @JsonProperty("error_description") @Nullable String errorDescription) {

    @Override
    public String toString() {
        return "TokenAnswer[error=" + error + ", errorDescription=" + errorDescription + "]";
    }
}
