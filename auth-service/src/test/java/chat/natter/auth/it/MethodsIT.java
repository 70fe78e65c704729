package chat.natter.auth.it;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import chat.natter.auth.it.Client.Tokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class MethodsIT {
    private final Rows rows;

    @Inject
    MethodsIT(DataSource dataSource) {
        this.rows = new Rows(dataSource);
    }

    @Test
    void addsANumberToAnAccountThatSignsInByPassword() {
        // Given
        Tokens tokens = Client.newSession(Client.newUser());
        String number = Phones.newNumber();

        // When
        add(tokens, Phones.prove(number)).statusCode(201).body("kind", equalTo("phone"));

        // Then
        rows.allowAnotherCode(number);
        Phones.signIn(Phones.prove(number)).statusCode(201).body("userId", equalTo(tokens.user()));
    }

    @Test
    void refusesANumberOfAnotherAccountAndAProofThatIsUsed() {
        // Given
        String number = Phones.newNumber();
        Phones.signUp(number);
        rows.allowAnotherCode(number);
        Tokens tokens = Client.newSession(Client.newUser());
        String proof = Phones.prove(number);

        // Then
        add(tokens, proof).statusCode(409).body("code", equalTo("conflict"));
        add(tokens, proof).statusCode(401);
        add(tokens, "made up").statusCode(401);
    }

    @Test
    void removesAWayToSignInButNotTheLast() {
        // Given
        String number = Phones.newNumber();
        Tokens tokens = Phones.newSession(number);
        String mailbox = Phones.newMailbox();
        String added = add(tokens, Phones.prove(mailbox)).extract().path("methodId");

        // When
        Client.as(tokens.access())
                .delete("/v1/me/sign-in-methods/" + added)
                .then()
                .statusCode(204);

        // Then
        rows.allowAnotherCode(mailbox);
        Phones.signIn(Phones.prove(mailbox)).statusCode(404);
        String last = Client.as(tokens.access()).get("/v1/me/sign-in-methods").path("methods[0].methodId");
        Client.as(tokens.access())
                .delete("/v1/me/sign-in-methods/" + last)
                .then()
                .statusCode(409);
        Client.as(tokens.access())
                .delete("/v1/me/sign-in-methods/" + added)
                .then()
                .statusCode(404);
    }

    @Test
    void setsTheFirstPasswordOfAnAccountThatSignsInByPhone() {
        // Given
        String number = Phones.newNumber();
        Tokens tokens = Phones.newSession(number);
        String username = Client.newName();

        // When: without a name there is nothing that a password could go with
        rows.allowAnotherCode(number);
        String proof = Phones.prove(number);
        setPassword(tokens, Map.of("password", Client.PASSWORD)).statusCode(403);
        Client.as(tokens.access())
                .contentType(ContentType.JSON)
                .body(Map.of("username", username))
                .patch("/v1/me")
                .then()
                .statusCode(200)
                .body("username", equalTo(username));
        setPassword(tokens, Map.of("password", Client.PASSWORD, "proof", proof)).statusCode(204);

        // Then
        Client.signIn(username, Client.PASSWORD).statusCode(201).body("userId", equalTo(tokens.user()));
    }

    @Test
    void changesThePasswordAndSignsTheOthersOut() {
        // Given
        String username = Client.newUser();
        Tokens other = Client.newSession(username);
        Tokens own = Client.newSession(username);

        // When
        setPassword(own, Map.of("password", "another secret 9", "currentPassword", "wrong"))
                .statusCode(403);
        setPassword(own, Map.of("password", "another secret 9", "currentPassword", Client.PASSWORD))
                .statusCode(204);

        // Then
        Client.signIn(username, Client.PASSWORD).statusCode(401);
        Client.signIn(username, "another secret 9").statusCode(201);
        Client.as(own.access()).get("/v1/me").then().statusCode(200);
        Client.as(other.access()).get("/v1/me").then().statusCode(401);
        Client.refresh(other.refresh()).statusCode(401);
    }

    @Test
    void recoversAnAccountByItsNumber() {
        // Given
        String username = Client.newUser();
        Tokens tokens = Client.newSession(username);
        String number = Phones.newNumber();
        add(tokens, Phones.prove(number)).statusCode(201);
        rows.allowAnotherCode(number);
        String proof = Phones.prove(number);

        // When
        recover(proof, "short").statusCode(400);
        recover(proof, "a new secret 42").statusCode(204);

        // Then
        recover(proof, "a new secret 43").statusCode(401);
        Client.as(tokens.access()).get("/v1/me").then().statusCode(401);
        Client.signIn(username, Client.PASSWORD).statusCode(401);
        Client.signIn(username, "a new secret 42").statusCode(201);
    }

    @Test
    void recoversNothingWhereThereIsNothing() {
        // Given
        String proof = Phones.prove(Phones.newNumber());

        // Then: only who reads the number learns that it has no account, and the proof is still good for making one
        recover(proof, "a new secret 42").statusCode(404).body("code", equalTo("user_unknown"));
        Client.post("/v1/accounts", Map.of("proof", proof, "displayName", "Late"))
                .statusCode(201);
    }

    @Test
    void takesNoProofOfSomebodyElseForAPassword() {
        // Given
        Tokens tokens = Client.newSession(Client.newUser());
        String foreign = Phones.signUp(Phones.newNumber());

        // Then
        setPassword(tokens, Map.of("password", "another secret 9", "proof", foreign))
                .statusCode(403);
        Phones.signIn(foreign).statusCode(201);
    }

    @Test
    void listsNothingOfOthers() {
        Tokens tokens = Client.newSession(Client.newUser());
        Client.as(tokens.access())
                .get("/v1/me/sign-in-methods")
                .then()
                .statusCode(200)
                .body("password", equalTo(true))
                .body("methods", hasSize(0));
    }

    private static ValidatableResponse add(Tokens tokens, String proof) {
        return Client.as(tokens.access())
                .contentType(ContentType.JSON)
                .body(Map.of("proof", proof))
                .post("/v1/me/sign-in-methods")
                .then();
    }

    private static ValidatableResponse setPassword(Tokens tokens, Map<String, String> body) {
        return Client.as(tokens.access())
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/me/password")
                .then();
    }

    private static ValidatableResponse recover(String proof, String password) {
        return Client.post("/v1/accounts/recover", Map.of("proof", proof, "password", password));
    }
}
