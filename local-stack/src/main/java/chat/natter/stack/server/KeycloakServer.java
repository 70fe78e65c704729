package chat.natter.stack.server;

import chat.natter.stack.plan.PortName;
import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.Probe;
import chat.natter.stack.report.StackFailure;
import chat.natter.stack.secret.Secrets;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Keycloak in development mode with the realm {@code natter}. Its launcher script is passed over: it hard-codes the
 * collector and hides the process. The distribution is shared, so each stack gets a home of its own that links to it;
 * the one thing that Keycloak writes into the distribution, its build, is made when it is unpacked.
 */
public final class KeycloakServer implements Server {
    public static final String REALM = "natter";
    public static final String ADMIN = "admin";

    /** Our realm, and one that plays the outside provider of social login. */
    public static final List<String> REALM_FILES = List.of("natter-realm.json", "outside-realm.json");

    /** As shipped, its H2 writes what it committed up to half a second later, and forgets it if it is killed. */
    public static final String KEEP_WHAT_WAS_COMMITTED = "--db-url-properties=;WRITE_DELAY=0";

    /** How it says that it has built itself and wants to be started again. */
    private static final int EXIT_BUILT = 10;

    private final StackLayout layout;
    private final PortPlan ports;
    private final Secrets secrets;

    public KeycloakServer(StackLayout layout, PortPlan ports, Secrets secrets) {
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "keycloak";
    }

    /** Lets a freshly unpacked distribution build itself for development mode; it comes built for production. */
    public static void build(StackLayout layout) {
        Path distribution = distribution(layout);
        List<String> command = java(distribution);
        command.addAll(List.of("start-dev", "--health-enabled=true", "--http-port=0"));
        RunOnce.run(
                "Building Keycloak",
                command,
                Map.of(),
                ProcessBuilder.Redirect.from(new File("/dev/null")),
                layout.server("keycloak").resolve("build.log"),
                EXIT_BUILT);
    }

    @Override
    public Launch prepare() {
        Path home = layout.data(name());
        Folders.create(home.resolve("data/import"), home.resolve("data/tmp"));
        link(home);
        String url = "http://127.0.0.1:" + ports.port(PortName.KEYCLOAK);
        for (String realm : REALM_FILES) {
            Template.write(
                    realm,
                    Map.of("KEYCLOAK_CLIENT_SECRET", secrets.keycloakClientSecret(), "KEYCLOAK_URL", url),
                    home.resolve("data/import").resolve(realm));
        }
        List<String> command = java(home);
        command.add(1, "-Dkc.config.built=true");
        command.addAll(List.of(
                "start-dev",
                "--import-realm",
                "--http-host=127.0.0.1",
                "--http-port=" + ports.port(PortName.KEYCLOAK),
                "--http-management-port=" + ports.port(PortName.KEYCLOAK_MANAGEMENT),
                "--health-enabled=true",
                KEEP_WHAT_WAS_COMMITTED,
                // As shipped, each sign-up and sign-in takes a fifth of a second of a processor.
                "--spi-password-hashing--argon2--memory=1024",
                "--spi-password-hashing--argon2--iterations=1"));
        return new Launch(
                name(),
                url,
                command,
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        secrets.keycloakAdminPassword(),
                        "KC_HTTP_MANAGEMENT_HOST",
                        "127.0.0.1"),
                home,
                layout.log(name()),
                Probe.ok(url + "/realms/" + REALM));
    }

    private void link(Path home) {
        Path distribution = distribution(layout);
        for (String part : List.of("bin", "conf", "lib", "providers", "themes", "version.txt")) {
            Path link = home.resolve(part);
            try {
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, distribution.resolve(part));
            } catch (IOException e) {
                throw new StackFailure(link + " cannot be linked: " + e.getMessage(), e);
            }
        }
    }

    private static List<String> java(Path home) {
        return new ArrayList<>(List.of(
                JavaServer.java(),
                "-Xms64m",
                "-Xmx320m",
                "-XX:MaxMetaspaceSize=200m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
    }

    private static Path distribution(StackLayout layout) {
        Path server = layout.server("keycloak");
        try (Stream<Path> found = Files.list(server)) {
            return found.filter(path -> Files.exists(path.resolve("lib/quarkus-run.jar")))
                    .findFirst()
                    .orElseThrow(() -> new StackFailure("Keycloak is not unpacked in " + server + "."));
        } catch (IOException e) {
            throw new StackFailure("Keycloak is not unpacked in " + server + ".", e);
        }
    }
}
