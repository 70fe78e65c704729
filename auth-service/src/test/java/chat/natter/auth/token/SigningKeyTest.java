package chat.natter.auth.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningKeyTest {
    private final Path folder;

    SigningKeyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void namesItselfByItsThumbprint() throws Exception {
        // Given
        SigningKey key = SigningKey.load(file(TestKeys.pem(2048)));

        // When: RFC 7638, section 3: the required members in lexicographic order, without white space
        Map<String, Object> jwk = key.jwk();
        String canonical = "{\"e\":\"%s\",\"kty\":\"RSA\",\"n\":\"%s\"}".formatted(jwk.get("e"), jwk.get("n"));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(key.keyId())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        assertThat(jwk)
                .containsEntry("kid", key.keyId())
                .containsEntry("alg", "RS256")
                .containsEntry("use", "sig");
    }

    @Test
    void publishesNothingOfThePrivateKey() throws Exception {
        assertThat(SigningKey.parse(TestKeys.pem(2048)).jwk().keySet())
                .containsExactlyInAnyOrder("kty", "kid", "use", "alg", "n", "e");
    }

    @Test
    void refusesAShortKeyNamingTheFile() throws Exception {
        Path file = file(TestKeys.pem(1024));
        assertThatThrownBy(() -> SigningKey.load(file)).hasMessageContaining(file.toString());
    }

    @Test
    void refusesAFileThatHoldsNoKey() throws Exception {
        Path file = file("hello");
        assertThatThrownBy(() -> SigningKey.load(file)).hasMessageContaining(file.toString());
        assertThatThrownBy(() -> SigningKey.load(folder.resolve("none"))).hasMessageContaining("signing-key-file");
    }

    private Path file(String content) throws Exception {
        return Files.writeString(folder.resolve("key.pem"), content);
    }
}
