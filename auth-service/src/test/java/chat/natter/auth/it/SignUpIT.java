package chat.natter.auth.it;

import static chat.natter.auth.it.Client.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import chat.natter.auth.account.Username;
import chat.natter.auth.identity.Identities;
import chat.natter.auth.identity.Identity;
import chat.natter.contract.record.Account;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class SignUpIT {
    private final Identities identities;
    private final String kafka;

    @Inject
    SignUpIT(Identities identities, @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.identities = identities;
        this.kafka = kafka;
    }

    @Test
    void makesTheIdentityTheAccountAndTheRecord() {
        // When
        String username = Client.newName();
        String user =
                Client.signUp(username, PASSWORD).statusCode(201).extract().path("userId");

        // Then
        assertThat(identities.find(new Username(username)).map(Identity::enabled))
                .contains(true);
        try (AccountRecords records = new AccountRecords(kafka)) {
            Account account = records.await(user, it -> true);
            assertThat(account.getVersion()).isEqualTo(1);
            assertThat(account.getStatus()).isEqualTo(Account.Status.ACTIVE);
            assertThat(account.getUsername()).isEqualTo(username);
            assertThat(account.getDisplayName()).isEqualTo("Anna Integration");
            assertThat(account.getDevicesList()).isEmpty();
        }
    }

    @Test
    void refusesANameThatIsTakenInAnyCase() {
        // Given
        String username = Client.newUser();

        // Then
        Client.signUp(username.toUpperCase(Locale.ROOT), PASSWORD)
                .statusCode(409)
                .body("code", equalTo("conflict"));
        Client.signUp(username, "another password").statusCode(409);
    }

    @Test
    void letsExactlyOneOfManyHaveAName() throws Exception {
        // Given
        String username = Client.newName();
        Callable<Integer> attempt =
                () -> Client.signUp(username, PASSWORD).extract().statusCode();
        ExecutorService clients = Executors.newFixedThreadPool(12);

        // When
        List<Future<Integer>> answers = clients.invokeAll(Collections.nCopies(12, attempt));
        clients.shutdown();

        // Then
        assertThat(answers).extracting(Future::get).containsOnlyOnce(201).containsOnly(201, 409);
        Client.newSession(username);
    }

    @Test
    void takesDisplayNamesOfAllScripts() {
        // Given
        String username = Client.newName();
        String name = "😀 李雷 علي '; DROP TABLE accounts; --";

        // When
        Client.post(
                        "/v1/accounts",
                        Map.of("username", username, "password", PASSWORD, "displayName", "  " + name + " "))
                .statusCode(201);

        // Then
        Client.as(Client.newSession(username).access())
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("displayName", equalTo(name));
    }

    @Test
    void namesTheFieldThatIsOutOfRange() {
        Client.signUp("a b", PASSWORD).statusCode(400).body("detail", containsString("username"));
        Client.signUp("' OR 1=1 --", PASSWORD).statusCode(400).body("detail", containsString("username"));
        Client.signUp(Client.newName(), "short").statusCode(400).body("detail", containsString("password"));
        Client.post("/v1/accounts", Map.of("username", Client.newName(), "password", PASSWORD, "displayName", "\n"))
                .statusCode(400)
                .body("code", equalTo("bad_request"))
                .body("detail", containsString("displayName"));
    }
}
