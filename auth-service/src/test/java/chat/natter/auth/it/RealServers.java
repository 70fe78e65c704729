package chat.natter.auth.it;

import chat.natter.stack.LocalStack;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Points the service at the servers of the local stack, with the database that the stack keeps for tests and a key made
 * on the spot: the stack's own auth-service must not see the tests' rows, nor publish them.
 */
public class RealServers implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        LocalStack stack = LocalStack.current();
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.jdbc.url", stack.jdbcUrl().replaceFirst("/natter(?=\\?|$)", "/natter_it"));
        settings.put("quarkus.datasource.username", stack.jdbcUser());
        settings.put("quarkus.datasource.password", stack.jdbcPassword());
        settings.put("natter.auth.keycloak.url", stack.keycloakUrl().toString());
        settings.put("natter.auth.keycloak.realm", stack.keycloakRealm());
        settings.put("natter.auth.keycloak.client-id", stack.keycloakClientId());
        settings.put("natter.auth.keycloak.client-secret", stack.keycloakClientSecret());
        settings.put("natter.auth.keycloak.app-client-id", stack.keycloakAppClientId());
        settings.put("kafka.bootstrap.servers", stack.kafkaBootstrap());
        settings.put("natter.auth.signing-key-file", newKey().toString());
        settings.put("quarkus.http.test-port", "0");
        // All tests come from one address and make a user each.
        settings.put("natter.auth.limits.sign-ins-of-address.capacity", "100000");
        settings.put("natter.auth.limits.sign-ins-of-username.capacity", "100000");
        settings.put("natter.auth.limits.sign-ups-of-address.capacity", "100000");
        settings.put("natter.auth.limits.sign-ups-of-username.capacity", "100000");
        settings.put("natter.auth.limits.verifications-of-address.capacity", "100000");
        settings.put("natter.auth.limits.codes-of-address.capacity", "100000");
        settings.put("natter.auth.limits.links-of-address.capacity", "100000");
        return settings;
    }

    @Override
    public void stop() {
        // The servers are others' too, and the rows of a run disturb no other: every test makes its own names.
    }

    private static Path newKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            byte[] key = generator.generateKeyPair().getPrivate().getEncoded();
            Path file = Files.createTempFile("natter-auth-it", ".pem");
            file.toFile().deleteOnExit();
            return Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                            + "\n-----END PRIVATE KEY-----\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
