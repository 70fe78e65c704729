package chat.natter.load.compare.xmpp;

import chat.natter.stack.process.Launch;
import chat.natter.stack.process.Probe;
import chat.natter.stack.process.ProcessId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Prosody, with the settings that suit it best: epoll and the generational collector. The durable one keeps files. */
final class Prosody implements XmppServer {
    static final String PROGRAM = "/usr/bin/prosody";

    private final Workshop workshop;
    private final int port;
    private final boolean durable;
    private final Path accounts;
    private final ProcessId process;

    Prosody(Workshop workshop, int port, boolean durable) throws IOException {
        Workshop.require(List.of(PROGRAM));
        this.workshop = workshop;
        this.port = port;
        this.durable = durable;
        Path folder = workshop.empty("prosody");
        Path data = folder.resolve("data");
        this.accounts = Files.createDirectories(data.resolve(HOST).resolve("accounts"));
        Files.createDirectories(folder.resolve("certs"));
        Path config = folder.resolve("prosody.cfg.lua");
        Files.writeString(config, config(folder, data));
        this.process = workshop.start(new Launch(
                "prosody",
                "127.0.0.1:" + port,
                List.of(PROGRAM, "--config", config.toString(), "-F"),
                Map.of(),
                folder,
                folder.resolve("console.log"),
                Probe.accepts(port)));
    }

    private String config(Path folder, Path data) {
        return """
                run_as_root = true
                daemonize = false
                pidfile = "%1$s/prosody.pid"
                data_path = "%2$s"
                certificates = "%1$s/certs"
                log = { warn = "*console" }
                network_backend = "epoll"
                gc = { mode = "generational" }
                interfaces = { "127.0.0.1" }
                c2s_ports = {}
                s2s_ports = {}
                https_ports = {}
                http_interfaces = { "127.0.0.1" }
                http_ports = { %3$d }
                modules_enabled = { "roster", "saslauth", "disco", "presence", "message", "iq", "websocket", "smacks"%4$s }
                modules_disabled = { "s2s"%5$s }
                c2s_require_encryption = false
                consider_websocket_secure = true
                allow_unencrypted_plain_auth = true
                authentication = "internal_plain"
                storage = "internal"
                default_archive_policy = true
                archive_expires_after = "never"
                VirtualHost "%6$s"
                Component "%7$s" "muc"
                  muc_room_locking = false
                  modules_enabled = { %8$s }
                """.formatted(
                        folder,
                        data,
                        port,
                        durable ? ", \"offline\", \"mam\"" : "",
                        durable ? "" : ", \"offline\"",
                        HOST,
                        MUC,
                        durable ? "\"muc_mam\"" : "");
    }

    @Override
    public String name() {
        return durable ? "Prosody, durable" : "Prosody, no storage";
    }

    @Override
    public boolean isDurable() {
        return durable;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String path() {
        return "/xmpp-websocket";
    }

    @Override
    public Map<String, Long> processes() {
        return Map.of("prosody", process.pid());
    }

    @Override
    public void admit(int from, int to) throws IOException {
        for (int person = from; person < to; person++) {
            Files.writeString(
                    accounts.resolve(XmppLine.user(person) + ".dat"),
                    "return { [\"password\"] = \"" + PASSWORD + "\"; };\n");
        }
    }

    @Override
    public void close() {
        workshop.stop(process);
    }
}
