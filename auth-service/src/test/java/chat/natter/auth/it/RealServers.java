package chat.natter.auth.it;

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
 * Points the service at the servers of the local stack, with a database of the tests' own and a key made on the spot.
 * Other servers are named by environment variables.
 */
public class RealServers implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>();
        settings.put(
                "quarkus.datasource.jdbc.url",
                given("NATTER_IT_DATABASE", "jdbc:mysql://127.0.0.1:13306/auth_it?createDatabaseIfNotExist=true"));
        settings.put("quarkus.datasource.username", given("NATTER_IT_DATABASE_USER", "root"));
        settings.put("quarkus.datasource.password", given("NATTER_IT_DATABASE_PASSWORD", ""));
        settings.put("natter.auth.keycloak.url", given("NATTER_IT_KEYCLOAK", "http://127.0.0.1:18080"));
        settings.put("natter.auth.keycloak.realm", "natter");
        settings.put("natter.auth.keycloak.client-id", "natter-backend");
        settings.put("natter.auth.keycloak.client-secret", given("NATTER_IT_KEYCLOAK_SECRET", "natter-backend"));
        settings.put("natter.auth.keycloak.app-client-id", "natter-app");
        settings.put("kafka.bootstrap.servers", given("NATTER_IT_KAFKA", "127.0.0.1:19092"));
        settings.put("natter.auth.signing-key-file", newKey().toString());
        settings.put("quarkus.http.test-port", "0");
        // All tests come from one address and make a user each.
        settings.put("natter.auth.limits.sign-ins-of-address.capacity", "100000");
        settings.put("natter.auth.limits.sign-ups-of-address.capacity", "100000");
        settings.put("natter.auth.limits.sign-ups-of-username.capacity", "100000");
        return settings;
    }

    @Override
    public void stop() {
        // The servers are others' too, and the rows of a run disturb no other: every test makes its own names.
    }

    private static String given(String variable, String otherwise) {
        String value = System.getenv(variable);
        return value == null ? otherwise : value;
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
