package chat.natter.auth.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import chat.natter.auth.it.Client.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OidcIT {
    private final OutsideProvider provider = new OutsideProvider();

    @Test
    void makesAnAccountAtTheFirstSignInByAnotherProviderAndFindsItAtTheNext() throws Exception {
        // Given
        String person = provider.newPerson();

        // When
        Tokens first = Tokens.of(signIn(provider.codeFor(person), provider.verifier)
                .statusCode(201)
                .extract()
                .response());
        OutsideProvider again = new OutsideProvider();
        Tokens second = Tokens.of(signIn(again.codeFor(person), again.verifier)
                .statusCode(201)
                .extract()
                .response());

        // Then
        assertThat(second.user()).isEqualTo(first.user());
        Client.as(second.access()).get("/v1/me").then().body("displayName", equalTo("Otto Outside"));
        Client.as(second.access())
                .get("/v1/me/sign-in-methods")
                .then()
                .body("methods.kind", equalTo(List.of("oidc")))
                .body("methods.provider", equalTo(List.of("outside")));
    }

    @Test
    void addsAnotherProviderToAnAccount() throws Exception {
        // Given
        Tokens tokens = Client.newSession(Client.newUser());
        String person = provider.newPerson();

        // When
        Client.as(tokens.access())
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "oidc",
                        Map.of(
                                "code",
                                provider.codeFor(person),
                                "codeVerifier",
                                provider.verifier,
                                "redirectUri",
                                OutsideProvider.REDIRECT)))
                .post("/v1/me/sign-in-methods")
                .then()
                .statusCode(201)
                .body("provider", equalTo("outside"));

        // Then
        OutsideProvider again = new OutsideProvider();
        signIn(again.codeFor(person), again.verifier).statusCode(201).body("userId", equalTo(tokens.user()));
    }

    @Test
    void takesACodeOnceAndOnlyWithItsVerifier() throws Exception {
        // Given
        String person = provider.newPerson();
        String code = provider.codeFor(person);

        // Then
        signIn(code, UUID.randomUUID() + "-" + UUID.randomUUID())
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        OutsideProvider again = new OutsideProvider();
        String other = again.codeFor(person);
        signIn(other, again.verifier).statusCode(201);
        signIn(other, again.verifier).statusCode(401);
        signIn("made-up", again.verifier).statusCode(401);
    }

    private static ValidatableResponse signIn(String code, String verifier) {
        return Client.post(
                "/v1/sessions",
                Map.of(
                        "grant",
                        "oidc",
                        "code",
                        code,
                        "codeVerifier",
                        verifier,
                        "redirectUri",
                        OutsideProvider.REDIRECT,
                        "device",
                        Map.of("name", "Browser", "platform", "web")));
    }
}
