package chat.natter.stack.build;

import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.report.Progress;
import chat.natter.stack.report.StackFailure;
import chat.natter.stack.server.KeycloakServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Gets the servers from Maven repositories, once: a marker beside each one holds the hash of the poms it was made from.
 */
public final class ResolveServers {
    private static final List<String> SERVERS = List.of("kafka", "cassandra", "mariadb", "s3proxy", "keycloak");

    private final StackLayout layout;
    private final Progress progress;

    public ResolveServers(StackLayout layout, Progress progress) {
        this.layout = layout;
        this.progress = progress;
    }

    /** The servers that still have to be downloaded or unpacked. */
    public List<String> missing() {
        return SERVERS.stream()
                .filter(server -> !hash(server).equals(marker(server)) || !jarsExist(server))
                .toList();
    }

    public void resolve() {
        List<String> missing = missing();
        if (missing.isEmpty()) {
            return;
        }
        progress.begin("servers");
        missing.forEach(server -> DeleteTree.delete(layout.server(server)));
        new RunMaven(layout.root(), layout.shared().resolve("logs/servers.log"))
                .run(
                        "Resolving the servers (" + String.join(", ", missing) + ")",
                        List.of(
                                "-f",
                                layout.serverPoms().resolve("pom.xml").toString(),
                                "-pl",
                                String.join(",", missing),
                                "process-resources",
                                "-Dservers.dir=" + layout.shared().resolve("servers")));
        if (missing.contains("keycloak")) {
            KeycloakServer.build(layout);
        }
        missing.forEach(this::mark);
        progress.end("servers", "resolved: " + String.join(", ", missing));
    }

    private String hash(String server) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(Files.readAllBytes(layout.serverPoms().resolve("pom.xml")));
            digest.update(Files.readAllBytes(layout.serverPoms().resolve(server).resolve("pom.xml")));
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new StackFailure("The pom of " + server + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String marker(String server) {
        try {
            Path marker = markerOf(server);
            return Files.exists(marker) ? Files.readString(marker, StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            return "";
        }
    }

    /** The jars stay in Maven's repository, which somebody may have emptied since. */
    private boolean jarsExist(String server) {
        Path classpath = layout.server(server).resolve("classpath");
        try {
            return !Files.exists(classpath)
                    || Arrays.stream(Files.readString(classpath).trim().split(":", -1))
                            .allMatch(jar -> Files.exists(Path.of(jar)));
        } catch (IOException e) {
            return false;
        }
    }

    private void mark(String server) {
        try {
            Files.writeString(markerOf(server), hash(server), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StackFailure("The server " + server + " cannot be marked as resolved: " + e.getMessage(), e);
        }
    }

    private Path markerOf(String server) {
        return layout.server(server).resolve(".resolved");
    }
}
