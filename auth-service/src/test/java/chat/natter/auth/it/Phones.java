package chat.natter.auth.it;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Verification as a client does it, with the outbox in place of the phone. */
final class Phones {
    private Phones() {}

    /** A mobile number that no run has used before, most likely. */
    static String newNumber() {
        return "+49151%08d".formatted(ThreadLocalRandom.current().nextInt(100_000_000));
    }

    static String newMailbox() {
        return Client.newName() + "@mail.example";
    }

    /** Asks for a code; returns the id of the verification. */
    static String ask(String contact) {
        String kind = contact.startsWith("+") ? "phone" : "email";
        return Client.post("/v1/verifications", Map.of(kind, contact))
                .statusCode(202)
                .extract()
                .path("verificationId");
    }

    static String lastCode(String contact) {
        return given().queryParam("to", contact)
                .get("/v1/dev/outbox")
                .then()
                .statusCode(200)
                .extract()
                .path("code");
    }

    static String prove(String contact) {
        String id = ask(contact);
        return Client.post("/v1/verifications/" + id, Map.of("code", lastCode(contact)))
                .statusCode(200)
                .extract()
                .path("proof");
    }

    /** Signs up by the contact; returns the proof, which is good for the first sign-in. */
    static String signUp(String contact) {
        String proof = prove(contact);
        Client.post("/v1/accounts", Map.of("proof", proof, "displayName", "Petra Phone"))
                .statusCode(201);
        return proof;
    }

    static Client.Tokens newSession(String contact) {
        return Client.Tokens.of(
                signIn(signUp(contact)).statusCode(201).extract().response());
    }

    static ValidatableResponse signIn(String proof) {
        return signIn(proof, Map.of());
    }

    static ValidatableResponse signIn(String proof, Map<String, Object> more) {
        Map<String, Object> device = new LinkedHashMap<>(Map.of("name", "Phone", "platform", "android"));
        device.putAll(more);
        return Client.post("/v1/sessions", Map.of("grant", "proof", "proof", proof, "device", device));
    }

    /** Six digits that are not those. */
    static String otherThan(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
