package chat.natter.load.compare.xmpp;

import chat.natter.stack.plan.PortName;
import chat.natter.stack.plan.PortPlan;
import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.ProcessId;
import chat.natter.stack.secret.LoadSecrets;
import chat.natter.stack.secret.Secrets;
import chat.natter.stack.server.MariaDbServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A MariaDB of its own, with ejabberd's tables, as the local stack runs one: every commit is on disk. */
final class PeerDatabase {
    static final String NAME = "natter";

    private static final Path SCHEMA = Path.of("/usr/share/ejabberd/sql/mysql.sql");

    private final Workshop workshop;
    private final int port;
    private final String password;
    private final ProcessId process;

    private PeerDatabase(Workshop workshop, int port, String password, ProcessId process) {
        this.workshop = workshop;
        this.port = port;
        this.password = password;
        this.process = process;
    }

    /** The layout's root has the unpacked server. */
    static PeerDatabase start(Workshop workshop, Path root, int port) throws IOException {
        StackLayout layout = new StackLayout(root, workshop.empty("mariadb"));
        PortPlan ports = PortPlan.of(0, Map.of(PortName.MARIADB.option(), port), Map.of());
        Secrets secrets = new LoadSecrets(layout.secrets()).load();
        ProcessId process = workshop.start(new MariaDbServer(layout, ports, secrets).prepare());
        PeerDatabase database = new PeerDatabase(workshop, port, secrets.databasePassword(), process);
        try {
            database.createTables();
            return database;
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private void createTables() throws IOException {
        String script = Files.readString(SCHEMA).replaceAll("(?m)^\\s*--.*$", "");
        String url = "jdbc:mysql://127.0.0.1:" + port + "/" + NAME;
        try (Connection connection = DriverManager.getConnection(url, NAME, password);
                Statement statement = connection.createStatement()) {
            for (String one : script.split(";\\s*\\n", -1)) {
                if (!one.isBlank()) {
                    statement.execute(one);
                }
            }
        } catch (SQLException e) {
            throw new IOException("ejabberd's tables cannot be made: " + e.getMessage(), e);
        }
    }

    int port() {
        return port;
    }

    String password() {
        return password;
    }

    long pid() {
        return process.pid();
    }

    void close() {
        workshop.stop(process);
    }
}
