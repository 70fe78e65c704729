package chat.natter.auth.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import chat.natter.auth.it.Client.Tokens;
import chat.natter.stack.LocalStack;
import chat.natter.stack.outside.AuthorizationCode;
import chat.natter.stack.outside.OutsidePerson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OidcIT {
    private final LocalStack stack = LocalStack.current();

    @Test
    void makesAnAccountAtTheFirstSignInByAnotherProviderAndFindsItAtTheNext() throws Exception {
        // Given
        OutsidePerson person = OutsidePerson.register(stack);

        // When
        Tokens first =
                Tokens.of(signIn(person.signIn()).statusCode(201).extract().response());
        Tokens second =
                Tokens.of(signIn(person.signIn()).statusCode(201).extract().response());

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
        OutsidePerson person = OutsidePerson.register(stack);

        // When
        Client.as(tokens.access())
                .contentType(ContentType.JSON)
                .body(Map.of("oidc", fields(person.signIn())))
                .post("/v1/me/sign-in-methods")
                .then()
                .statusCode(201)
                .body("provider", equalTo("outside"));

        // Then
        signIn(person.signIn()).statusCode(201).body("userId", equalTo(tokens.user()));
    }

    @Test
    void takesACodeOnceAndOnlyWithItsVerifier() throws Exception {
        // Given
        OutsidePerson person = OutsidePerson.register(stack);
        AuthorizationCode intercepted = person.signIn();
        AuthorizationCode own = person.signIn();

        // Then
        signIn(new AuthorizationCode(intercepted.code(), own.verifier(), own.redirectUri()))
                .statusCode(401)
                .body("code", equalTo("unauthenticated"));
        signIn(own).statusCode(201);
        signIn(own).statusCode(401);
        signIn(new AuthorizationCode("made-up", own.verifier(), own.redirectUri()))
                .statusCode(401);
    }

    private static ValidatableResponse signIn(AuthorizationCode code) {
        Map<String, Object> request = new HashMap<>(fields(code));
        request.put("grant", "oidc");
        request.put("device", Map.of("name", "Browser", "platform", "web"));
        return Client.post("/v1/sessions", request);
    }

    private static Map<String, String> fields(AuthorizationCode code) {
        return Map.of("code", code.code(), "codeVerifier", code.verifier(), "redirectUri", code.redirectUri());
    }
}
