package chat.natter.client.rest;

import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.function.Supplier;

/**
 * What needs no session: signing up and signing in. Every call throws {@link ApiRefused} for an answer that says no and
 * {@link ApiUnreachable} for no answer.
 */
public final class NatterApi {
    private final Edge edge;

    /**
     * An API behind one edge.
     *
     * @param edge the base URL of a gateway
     */
    public NatterApi(URI edge) {
        this.edge = new Edge(edge);
    }

    public UserId signUp(String username, String password, String displayName) {
        JsonNode answer = edge.call(edge.post(
                "/v1/accounts",
                object().put("username", username).put("password", password).put("displayName", displayName)));
        return new UserId(answer.path("userId").asText());
    }

    /** Makes an account for a number or mailbox that is proven; the proof stays good for the first sign-in. */
    public UserId signUpByProof(String proof, String displayName) {
        JsonNode answer =
                edge.call(edge.post("/v1/accounts", object().put("proof", proof).put("displayName", displayName)));
        return new UserId(answer.path("userId").asText());
    }

    /**
     * Has a one-time code sent.
     *
     * @param contact a mobile number in international form, or an e-mail address
     * @return the id of the verification
     */
    public String sendCode(String contact) {
        ObjectNode request = object().put(contact.startsWith("+") ? "phone" : "email", contact);
        return edge.call(edge.post("/v1/verifications", request))
                .path("verificationId")
                .asText();
    }

    /** Exchanges a code for a proof. */
    public String prove(String verificationId, String code) {
        return edge.call(edge.post("/v1/verifications/" + verificationId, object().put("code", code)))
                .path("proof")
                .asText();
    }

    /** By a proof of a number or mailbox of the account; it is used up. */
    public Session signInByProof(String proof, Device device) {
        return signIn(object().put("grant", "proof").put("proof", proof), device);
    }

    /**
     * By another provider: the browser has come back from Keycloak with a code.
     *
     * @param codeVerifier of the challenge that the browser was sent there with (RFC 7636)
     * @param redirectUri the one that it was sent there with
     */
    public Session signInByOidc(String code, String codeVerifier, String redirectUri, Device device) {
        return signIn(
                object().put("grant", "oidc")
                        .put("code", code)
                        .put("codeVerifier", codeVerifier)
                        .put("redirectUri", redirectUri),
                device);
    }

    public Session signIn(String username, String password, Device device) {
        return signIn(
                object().put("grant", "password").put("username", username).put("password", password), device);
    }

    private Session signIn(ObjectNode request, Device device) {
        ObjectNode described =
                request.putObject("device").put("name", device.name()).put("platform", device.platform());
        DeviceId known = device.id();
        if (known != null) {
            described.put("id", known.value());
        }
        return session(edge.call(edge.post("/v1/sessions", request)));
    }

    /** Uses up the refresh token; the new session carries the next one. */
    public Session refresh(String refreshToken) {
        return session(edge.call(edge.post("/v1/sessions/refresh", object().put("refreshToken", refreshToken))));
    }

    /**
     * The calls of a signed-in user.
     *
     * @param accessToken asked before each call
     */
    public UserApi as(Supplier<String> accessToken) {
        return new UserApi(edge, accessToken);
    }

    private static Session session(JsonNode answer) {
        return new Session(
                new UserId(answer.path("userId").asText()),
                new DeviceId(answer.path("deviceId").asText()),
                answer.path("accessToken").asText(),
                answer.path("refreshToken").asText(),
                answer.path("expiresIn").asLong());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
