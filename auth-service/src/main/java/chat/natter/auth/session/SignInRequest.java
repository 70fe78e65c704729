package chat.natter.auth.session;

import chat.natter.auth.device.DeviceRequest;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** The body of {@code POST /v1/sessions}, one form per {@code grant}. No field is null once it has been validated. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "grant")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SignInRequest.ByPassword.class, name = "password"),
    @JsonSubTypes.Type(value = SignInRequest.ByProof.class, name = "proof"),
    @JsonSubTypes.Type(value = SignInRequest.ByOidc.class, name = "oidc"),
    @JsonSubTypes.Type(value = SignInRequest.ByLink.class, name = "link")
})
sealed interface SignInRequest {
    <R> R accept(Handler<R> handler);

    /** One method per grant. */
    interface Handler<R> {
        R password(ByPassword request);

        R proof(ByProof request);

        R oidc(ByOidc request);

        R link(ByLink request);
    }

    record ByPassword(
            @NotNull @Size(min = 1, max = 255) String username,
            @NotNull @Size(min = 1, max = 1024) String password,
            @NotNull @Valid DeviceRequest device)
            implements SignInRequest {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.password(this);
        }

        @Override
        public String toString() {
            return "ByPassword";
        }
    }

    /** With a proof of a number or address that is the account's. */
    record ByProof(
            @NotNull @Size(min = 1, max = 255) String proof,
            @NotNull @Valid DeviceRequest device) implements SignInRequest {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.proof(this);
        }

        @Override
        public String toString() {
            return "ByProof";
        }
    }

    /** With the code that Keycloak has redirected to the app, and the verifier of its challenge (RFC 7636). */
    record ByOidc(
            @NotNull @Size(min = 1, max = 2048) String code,
            @NotNull @Size(min = 43, max = 128) String codeVerifier,
            @NotNull @Size(min = 1, max = 1024) String redirectUri,
            @NotNull @Valid DeviceRequest device)
            implements SignInRequest {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.oidc(this);
        }

        @Override
        public String toString() {
            return "ByOidc";
        }
    }

    /** With the secret of a link that another device has approved. Name and platform are those that it was shown. */
    record ByLink(
            @NotNull @Size(min = 1, max = 64) String link,
            @NotNull @Size(min = 43, max = 128) String verifier) implements SignInRequest {
        @Override
        public <R> R accept(Handler<R> handler) {
            return handler.link(this);
        }

        @Override
        public String toString() {
            return "ByLink";
        }
    }
}
