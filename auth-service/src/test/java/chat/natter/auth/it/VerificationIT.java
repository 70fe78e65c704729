package chat.natter.auth.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class VerificationIT {
    private final Rows rows;

    @Inject
    VerificationIT(DataSource dataSource) {
        this.rows = new Rows(dataSource);
    }

    @Test
    void signsUpAndInByAPhoneNumber() {
        // Given
        String number = Phones.newNumber();

        // When
        String proof = Phones.prove(number);
        String user = Client.post("/v1/accounts", Map.of("proof", proof, "displayName", "Petra Phone"))
                .statusCode(201)
                .extract()
                .path("userId");
        Client.Tokens tokens =
                Client.Tokens.of(Phones.signIn(proof).statusCode(201).extract().response());

        // Then
        assertThat(tokens.user()).isEqualTo(user);
        Client.as(tokens.access())
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("displayName", equalTo("Petra Phone"))
                .body("username", nullValue());
        Client.as(tokens.access())
                .get("/v1/me/sign-in-methods")
                .then()
                .body("password", equalTo(false))
                .body("methods.kind", equalTo(List.of("phone")))
                .body("methods.address", equalTo(List.of(number)));
    }

    @Test
    void signsUpAndInByAMailboxWhateverTheCase() {
        // Given
        String mailbox = Phones.newMailbox();
        String proof = Phones.signUp(mailbox.toUpperCase(Locale.ROOT));

        // When
        String user = Phones.signIn(proof).statusCode(201).extract().path("userId");

        // Then
        rows.allowAnotherCode(mailbox);
        Phones.signIn(Phones.prove(mailbox)).statusCode(201).body("userId", equalTo(user));
    }

    @Test
    void takesEverySpellingOfANumberForTheSame() {
        // Given
        String number = Phones.newNumber();
        Phones.signUp(number);

        // When
        rows.allowAnotherCode(number);
        String spelled = "+49 (151) " + number.substring(6, 10) + "-" + number.substring(10);

        // Then
        Phones.signIn(Phones.prove(spelled)).statusCode(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4915112345678",
                "+",
                "+4915",
                "+999123456789",
                "+49301234567",
                "+1900 555 0123",
                "+49151123456789012345",
                "+4915112345678;DROP TABLE accounts",
                "+4915112345678\r\nX: y",
                "tel:+4915112345678",
                "+49151ABCDEFGH"
            })
    void refusesWhatIsNoMobileNumber(String text) {
        Client.post("/v1/verifications", Map.of("phone", text))
                .statusCode(400)
                .body("code", equalTo("bad_request"))
                .body("detail", containsString("phone"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@b",
                "@mail.example",
                "a b@mail.example",
                "a@mail.example\r\nBcc: all@mail.example",
                "a@mail.example, b@mail.example",
                "\"a\"@mail.example",
                "a@mail..example",
                "<a@mail.example>"
            })
    void refusesWhatIsNoMailbox(String text) {
        Client.post("/v1/verifications", Map.of("email", text))
                .statusCode(400)
                .body("code", equalTo("bad_request"))
                .body("detail", containsString("email"));
    }

    @Test
    void refusesBothOrNeither() {
        Client.post("/v1/verifications", Map.of()).statusCode(400);
        Client.post("/v1/verifications", Map.of("phone", Phones.newNumber(), "email", Phones.newMailbox()))
                .statusCode(400);
    }

    @Test
    void letsACodeBeTriedFiveTimes() {
        // Given
        String number = Phones.newNumber();
        String id = Phones.ask(number);
        String code = Phones.lastCode(number);

        // When
        for (int i = 4; i >= 0; i--) {
            Client.post("/v1/verifications/" + id, Map.of("code", Phones.otherThan(code)))
                    .statusCode(403)
                    .body("code", equalTo("wrong_code"))
                    .body("detail", containsString(i + " more times"));
        }

        // Then
        Client.post("/v1/verifications/" + id, Map.of("code", code))
                .statusCode(410)
                .body("code", equalTo("gone"));
    }

    @Test
    void takesACodeOnceAndNotAfterItsTime() {
        // Given
        String number = Phones.newNumber();
        String id = Phones.ask(number);
        Map<String, String> right = Map.of("code", Phones.lastCode(number));

        // Then
        Client.post("/v1/verifications/" + id, right).statusCode(200);
        Client.post("/v1/verifications/" + id, right).statusCode(410);

        // Given
        String other = Phones.newNumber();
        String late = Phones.ask(other);
        rows.expireCode(late, Instant.now());

        // Then
        Client.post("/v1/verifications/" + late, Map.of("code", Phones.lastCode(other)))
                .statusCode(410)
                .body("code", equalTo("gone"));
    }

    @Test
    void givesOneProofToManyWhoHaveTheCode() throws Exception {
        // Given
        String number = Phones.newNumber();
        String id = Phones.ask(number);
        String code = Phones.lastCode(number);
        Callable<Integer> attempt = () -> Client.post("/v1/verifications/" + id, Map.of("code", code))
                .extract()
                .statusCode();
        ExecutorService clients = Executors.newFixedThreadPool(8);

        // When
        List<Future<Integer>> answers = clients.invokeAll(Collections.nCopies(8, attempt));
        clients.shutdown();

        // Then
        assertThat(answers).extracting(Future::get).containsOnlyOnce(200).containsOnly(200, 410);
    }

    @Test
    void saysTheSameOfACodeThatNeverWas() {
        Client.post("/v1/verifications/01k5v7m3q4r8s9t0v1w2x3y4z5", Map.of("code", "123456"))
                .statusCode(410);
        Client.post("/v1/verifications/' OR '1'='1", Map.of("code", "123456")).statusCode(410);
        Client.post("/v1/verifications/x", Map.of("code", "12345a")).statusCode(400);
        Client.post("/v1/verifications/x", Map.of("code", "1234567")).statusCode(400);
    }

    @Test
    void sendsNoSecondCodeAtOnceToANumberWhoeverOwnsIt() {
        // Given
        String known = Phones.newNumber();
        Phones.signUp(known);
        String unknown = Phones.newNumber();
        Phones.ask(unknown);

        // When
        for (String number : List.of(known, unknown)) {
            String retryAfter = Client.post("/v1/verifications", Map.of("phone", number))
                    .statusCode(429)
                    .body("code", equalTo("rate_limited"))
                    .extract()
                    .header("Retry-After");

            // Then
            assertThat(Integer.parseInt(retryAfter)).isBetween(1, 30);
        }
    }

    @Test
    void answersTheSameForANumberWithAnAccountAndForOneWithout() {
        // Given
        String known = Phones.newNumber();
        Phones.signUp(known);
        rows.allowAnotherCode(known);

        // When
        for (String number : List.of(known, Phones.newNumber())) {
            Map<String, Object> answer = Client.post("/v1/verifications", Map.of("phone", number))
                    .statusCode(202)
                    .extract()
                    .path("");

            // Then
            assertThat(answer).containsOnlyKeys("verificationId", "expiresAt", "retryAfterSeconds");
            assertThat(answer).containsEntry("retryAfterSeconds", 30);
        }
    }

    @Test
    void sendsFiveCodesToANumberInAnHour() {
        // Given
        String number = Phones.newNumber();
        for (int i = 0; i < 5; i++) {
            Phones.ask(number);
            rows.forgetLastCode(number);
        }

        // When
        String retryAfter = Client.post("/v1/verifications", Map.of("phone", number))
                .statusCode(429)
                .extract()
                .header("Retry-After");

        // Then
        assertThat(Integer.parseInt(retryAfter)).isBetween(3_000, 3_600);
    }

    @Test
    void boundsTheCodesOfOneInstallation() {
        // Given
        String installation = Client.newName();
        for (int i = 0; i < 10; i++) {
            Client.post("/v1/verifications", Map.of("phone", Phones.newNumber(), "installation", installation))
                    .statusCode(202);
        }

        // Then
        Client.post("/v1/verifications", Map.of("phone", Phones.newNumber(), "installation", installation))
                .statusCode(429);
    }

    @Test
    void opensOneSessionByAProof() {
        // Given
        String proof = Phones.signUp(Phones.newNumber());

        // Then
        Phones.signIn(proof).statusCode(201);
        Phones.signIn(proof).statusCode(401).body("code", equalTo("unauthenticated"));
        Phones.signIn("x' OR '1'='1").statusCode(401);
    }

    @Test
    void leavesAProofGoodThatFoundNoAccount() {
        // Given
        String proof = Phones.prove(Phones.newNumber());

        // When
        Phones.signIn(proof).statusCode(404).body("code", equalTo("user_unknown"));

        // Then
        Client.post("/v1/accounts", Map.of("proof", proof, "displayName", "Late"))
                .statusCode(201);
        Phones.signIn(proof).statusCode(201);
    }

    @Test
    void answersARepeatedSignUpTheSame() {
        // Given
        Map<String, String> request = Map.of("proof", Phones.prove(Phones.newNumber()), "displayName", "Again");

        // When
        String first =
                Client.post("/v1/accounts", request).statusCode(201).extract().path("userId");

        // Then
        Client.post("/v1/accounts", request).statusCode(201).body("userId", equalTo(first));
    }

    @Test
    void makesNoSecondAccountForANumber() {
        // Given
        String number = Phones.newNumber();
        Phones.signUp(number);
        rows.allowAnotherCode(number);

        // When
        String proof = Phones.prove(number);

        // Then
        Client.post("/v1/accounts", Map.of("proof", proof, "displayName", "Second"))
                .statusCode(409)
                .body("code", equalTo("conflict"));
    }

    @Test
    void signsUpByNumberWithNameAndPassword() {
        // Given
        String username = Client.newName();
        Map<String, String> request = Map.of(
                "proof",
                Phones.prove(Phones.newNumber()),
                "username",
                username,
                "password",
                Client.PASSWORD,
                "displayName",
                "Both");

        // When
        String user =
                Client.post("/v1/accounts", request).statusCode(201).extract().path("userId");

        // Then
        Client.signIn(username, Client.PASSWORD).statusCode(201).body("userId", equalTo(user));
    }

    @Test
    void refusesASignUpThatProvesNothing() {
        Client.post("/v1/accounts", Map.of("displayName", "Nobody")).statusCode(400);
        Client.post("/v1/accounts", Map.of("displayName", "Nobody", "username", Client.newName()))
                .statusCode(400);
        Client.post("/v1/accounts", Map.of("displayName", "Nobody", "proof", "made up"))
                .statusCode(401);
        Client.post("/v1/accounts", Map.of("displayName", "Nobody", "proof", "x", "password", Client.PASSWORD))
                .statusCode(400);
    }
}
