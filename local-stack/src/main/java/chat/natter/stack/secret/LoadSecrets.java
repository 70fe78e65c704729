package chat.natter.stack.secret;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Reads the secrets, and makes those that do not exist yet. They never change afterwards: the servers' data depends on
 * them.
 */
public final class LoadSecrets {
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<?> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    private static final int RSA_BITS = 2048;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    public LoadSecrets(Path folder) {
        this.folder = folder;
    }

    public Secrets load() {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder.toAbsolutePath().getParent());
                Files.createDirectory(folder, OWNER_FOLDER);
            }
            Path file = folder.resolve("stack.properties");
            if (!Files.exists(file)) {
                writeOnce(file, newSecrets());
            }
            Path signingKey = folder.resolve("signing-key.pem");
            if (!Files.exists(signingKey)) {
                writeOnce(signingKey, newSigningKey());
            }
            Properties stored = new Properties();
            stored.load(new StringReader(Files.readString(file)));
            return new Secrets(
                    required(stored, "database.password"),
                    required(stored, "keycloak.client-secret"),
                    required(stored, "keycloak.admin-password"),
                    required(stored, "s3.access-key"),
                    required(stored, "s3.secret-key"),
                    required(stored, "gateway.ticket-keys"),
                    signingKey.toAbsolutePath());
        } catch (IOException e) {
            throw new StackFailure("The secrets in " + folder + " cannot be read or made: " + e.getMessage(), e);
        }
    }

    private String newSecrets() {
        Map<String, String> made = new LinkedHashMap<>();
        made.put("database.password", word());
        made.put("keycloak.client-secret", word());
        made.put("keycloak.admin-password", word());
        made.put("s3.access-key", "natter-local");
        made.put("s3.secret-key", word());
        byte[] ticketKey = new byte[32];
        random.nextBytes(ticketKey);
        made.put("gateway.ticket-keys", "local-1:" + Base64.getEncoder().encodeToString(ticketKey));
        return made.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining());
    }

    /** Letters and digits only, so that it needs no quoting in SQL, JSON or property files. */
    private String word() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes)
                .replace('-', 'x')
                .replace('_', 'y');
    }

    private static String newSigningKey() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            String body = Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
            return "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has RSA", e);
        }
    }

    /** A crash must not leave half a secret behind. */
    private static void writeOnce(Path file, String content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.deleteIfExists(next);
        Files.createFile(next, OWNER_ONLY);
        Files.write(next, content.getBytes(StandardCharsets.UTF_8));
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static String required(Properties stored, String key) {
        String value = stored.getProperty(key);
        if (value == null || value.isBlank()) {
            throw new StackFailure("The secret " + key + " is missing; ./natter reset makes all of them anew.");
        }
        return value;
    }
}
