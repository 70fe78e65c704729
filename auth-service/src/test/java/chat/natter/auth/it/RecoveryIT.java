package chat.natter.auth.it;

import static chat.natter.auth.it.Client.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import chat.natter.auth.account.Username;
import chat.natter.auth.identity.Identities;
import chat.natter.auth.identity.Identity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a crash leaves after each step of a sign-up, written as the crash would leave it. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class RecoveryIT {
    private final Rows rows;
    private final Identities identities;
    private final String kafka;
    private String username = "";

    @Inject
    RecoveryIT(
            DataSource dataSource,
            Identities identities,
            @ConfigProperty(name = "kafka.bootstrap.servers") String kafka) {
        this.rows = new Rows(dataSource);
        this.identities = identities;
        this.kafka = kafka;
    }

    @BeforeEach
    void newName() {
        username = Client.newName();
    }

    @Test
    void givesTheNameToTheNextWhenOnlyTheRowWasWritten() {
        // Given
        String old = rows.pending(username, Instant.now().minusSeconds(1), null);

        // When
        String user =
                Client.signUp(username, PASSWORD).statusCode(201).extract().path("userId");

        // Then
        assertThat(user).isNotEqualTo(old);
        Client.newSession(username);
    }

    @Test
    void replacesAnIdentityThatWasMadeButNotWrittenDown() {
        // Given
        createIdentity("forgotten password");
        rows.pending(username, Instant.now().minusSeconds(1), null);

        // When
        Client.signUp(username, PASSWORD).statusCode(201);

        // Then
        Client.newSession(username);
        Client.signIn(username, "forgotten password").statusCode(401);
    }

    @Test
    void replacesAnIdentityThatWasEnabledButWhoseAccountWasNot() {
        // Given
        String identity = createIdentity("forgotten password");
        identities.enable(identity);
        rows.pending(username, Instant.now().minusSeconds(1), identity);

        // When
        Client.signUp(username, PASSWORD).statusCode(201);

        // Then
        Client.newSession(username);
        Client.signIn(username, "forgotten password").statusCode(401);
    }

    @Test
    void replacesADisabledIdentityThatNoRowKnows() {
        // Given
        createIdentity("forgotten password");

        // When
        Client.signUp(username, PASSWORD).statusCode(201);

        // Then
        Client.newSession(username);
    }

    @Test
    void leavesAnEnabledIdentityOfNoRowToWhoeverKnowsItsPassword() {
        // Given
        identities.enable(createIdentity(PASSWORD));

        // Then
        Client.signUp(username, "not its password").statusCode(409);
        Client.signUp(username, PASSWORD).statusCode(201);
        Client.newSession(username);
    }

    @Test
    void refusesANameWhileAnotherAttemptIsAtWork() {
        rows.pending(username, Instant.now().plusSeconds(30), null);
        Client.signUp(username, PASSWORD).statusCode(409);
        Client.signIn(username, PASSWORD).statusCode(401);
    }

    @Test
    void letsTheOwnerRepeatASignUpThatEndedInAnOutage() {
        // Given
        String user =
                Client.signUp(username, PASSWORD).statusCode(201).extract().path("userId");
        rows.claim(username, Instant.now().minusSeconds(1));

        // Then
        Client.signUp(username, "somebody else's").statusCode(409);
        Client.signUp(username, PASSWORD).statusCode(201).body("userId", equalTo(user));
        Client.signUp(username, PASSWORD).statusCode(409);
    }

    @Test
    void publishesWhatWasNotAcknowledged() {
        // Given
        String user =
                Client.signUp(username, PASSWORD).statusCode(201).extract().path("userId");

        // When: a change is written, and the process dies before Kafka has it
        rows.change(username, "Renamed");

        // Then
        try (AccountRecords records = new AccountRecords(kafka)) {
            var account = records.await(user, it -> it.getVersion() == 2);
            assertThat(account.getDisplayName()).isEqualTo("Renamed");
        }
        await().atMost(Duration.ofSeconds(5)).until(() -> !rows.isBehind(username));
    }

    private String createIdentity(String password) {
        identities
                .createDisabled(new Username(username), password)
                .fold(id -> id, () -> fail("taken"), () -> fail("refused"));
        return identities.find(new Username(username)).map(Identity::id).orElseThrow();
    }
}
