package chat.natter.stack.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.stack.report.StackFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadSecretsTest {
    private final Path folder;

    LoadSecretsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void makesSecretsOnceAndKeepsThem() {
        // Given
        Path secrets = folder.resolve("secrets");
        // When
        Secrets first = new LoadSecrets(secrets).load();
        // Then
        assertThat(new LoadSecrets(secrets).load()).isEqualTo(first);
        assertThat(new LoadSecrets(folder.resolve("other")).load().databasePassword())
                .isNotEqualTo(first.databasePassword());
        assertThat(first.ticketKeys()).matches("local-1:[A-Za-z0-9+/]{43}=");
    }

    @Test
    void letsNobodyElseReadThem() throws Exception {
        // When
        Secrets secrets = new LoadSecrets(folder.resolve("secrets")).load();
        // Then
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets.signingKeyFile())))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(folder.resolve("secrets/stack.properties"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secrets"))))
                .isEqualTo("rwx------");
    }

    @Test
    void makesAnRsaKeyInPkcs8() throws Exception {
        // When
        Secrets secrets = new LoadSecrets(folder.resolve("secrets")).load();
        // Then
        String pem = Files.readString(secrets.signingKeyFile());
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        assertThat(KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)))
                .isInstanceOfSatisfying(
                        RSAPrivateKey.class,
                        key -> assertThat(key.getModulus().bitLength()).isEqualTo(2048));
    }

    @Test
    void saysWhichSecretIsMissing() throws Exception {
        // Given
        Path secrets = folder.resolve("secrets");
        new LoadSecrets(secrets).load();
        Files.writeString(secrets.resolve("stack.properties"), "database.password=x\n");
        // Then
        assertThatThrownBy(() -> new LoadSecrets(secrets).load())
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("keycloak.client-secret");
    }
}
