package chat.natter.load.compare.xmpp;

import chat.natter.stack.process.Launch;
import chat.natter.stack.process.Probe;
import chat.natter.stack.process.ProcessId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** ejabberd; the durable one keeps its archive and its queues in MariaDB. */
final class Ejabberd implements XmppServer {
    static final String PROGRAM_FOLDER = "/usr/share/ejabberd";
    static final String ERLANG = "/usr/bin/erl";

    private static final String LIBRARIES = "/usr/lib/x86_64-linux-gnu";
    private static final int OK = 200;

    private final Workshop workshop;
    private final int port;
    private final @Nullable PeerDatabase database;
    private final ProcessId process;
    private final HttpClient http = HttpClient.newHttpClient();

    private Ejabberd(Workshop workshop, int port, @Nullable PeerDatabase database) throws IOException {
        this.workshop = workshop;
        this.port = port;
        this.database = database;
        Path folder = workshop.empty("ejabberd");
        Path config = folder.resolve("ejabberd.yml");
        Files.writeString(config, database == null ? common() : common() + keeping(database));
        Path log = folder.resolve("ejabberd.log");
        this.process = workshop.start(new Launch(
                "ejabberd",
                "127.0.0.1:" + port,
                // Without a node name there is no distribution, and with it no port mapper for all the world.
                List.of(
                        ERLANG,
                        "-noinput",
                        "+K",
                        "true",
                        "+P",
                        "250000",
                        "-mnesia",
                        "dir",
                        "\"" + folder.resolve("mnesia") + "\"",
                        "-s",
                        "ejabberd"),
                Map.of(
                        "EJABBERD_CONFIG_PATH", config.toString(),
                        "EJABBERD_LOG_PATH", log.toString(),
                        "ERL_CRASH_DUMP", folder.resolve("crash.dump").toString(),
                        "HOME", folder.toString(),
                        "ERL_LIBS", LIBRARIES),
                folder,
                folder.resolve("console.log"),
                Probe.accepts(port)));
    }

    static Ejabberd keepingNothing(Workshop workshop, int port) throws IOException {
        Workshop.require(List.of(ERLANG));
        return new Ejabberd(workshop, port, null);
    }

    static Ejabberd keepingAll(Workshop workshop, int port, PeerDatabase database) throws IOException {
        Workshop.require(List.of(ERLANG));
        try {
            return new Ejabberd(workshop, port, database);
        } catch (IOException | RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /** Its default backlog is 5: of those who connect at the same time, some would hang in the handshake for good. */
    private String common() {
        return """
                hosts: [%s]
                loglevel: warning
                auth_method: internal
                auth_password_format: plain
                listen:
                  -
                    port: %d
                    ip: "127.0.0.1"
                    backlog: 4096
                    module: ejabberd_http
                    request_handlers:
                      /ws: ejabberd_http_ws
                      /api: mod_http_api
                acl:
                  here:
                    ip: [127.0.0.0/8]
                api_permissions:
                  "here":
                    who:
                      access:
                        allow:
                          acl: here
                    what: ["register"]
                shaper_rules:
                  many: 10000000
                modules:
                  mod_stream_mgmt:
                    max_ack_queue: infinity
                    resend_on_timeout: false
                  mod_muc:
                    host: %s
                    max_users: 2000
                    default_room_options:
                      mam: %s
                """.formatted(HOST, port, MUC, isDurable());
    }

    /** Modules, then the rest: the indentation goes on where {@link #common} ends. */
    private static String keeping(PeerDatabase database) {
        return """
                  mod_mam:
                    db_type: sql
                    default: always
                    request_activates_archiving: false
                  mod_offline:
                    db_type: sql
                    access_max_user_messages: many
                sql_type: mysql
                sql_server: "127.0.0.1"
                sql_port: %d
                sql_database: "%s"
                sql_username: "%s"
                sql_password: "%s"
                """.formatted(database.port(), PeerDatabase.NAME, PeerDatabase.NAME, database.password());
    }

    @Override
    public String name() {
        return isDurable() ? "ejabberd, durable" : "ejabberd, no storage";
    }

    @Override
    public boolean isDurable() {
        return database != null;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String path() {
        return "/ws";
    }

    @Override
    public Map<String, Long> processes() {
        Map<String, Long> processes = new LinkedHashMap<>();
        processes.put("ejabberd", process.pid());
        if (database != null) {
            processes.put("mariadb", database.pid());
        }
        return processes;
    }

    @Override
    public void admit(int from, int to) throws IOException, InterruptedException {
        for (int person = from; person < to; person++) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/register"))
                    .POST(HttpRequest.BodyPublishers.ofString("{\"user\":\"" + XmppLine.user(person) + "\",\"host\":\""
                            + HOST + "\",\"password\":\"" + PASSWORD + "\"}"))
                    .build();
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException("ejabberd registers nobody: " + answer.body());
            }
        }
    }

    @Override
    public void close() {
        workshop.stop(process);
        if (database != null) {
            database.close();
        }
    }
}
