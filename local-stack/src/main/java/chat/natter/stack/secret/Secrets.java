package chat.natter.stack.secret;

import java.nio.file.Path;

/** The secrets of one stack. */
public record Secrets(
        String databasePassword,
        String keycloakClientSecret,
        String keycloakAdminPassword,
        String s3AccessKey,
        String s3SecretKey,
        String ticketKeys,
        Path signingKeyFile) {}
