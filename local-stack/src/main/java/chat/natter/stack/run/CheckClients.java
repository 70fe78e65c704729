package chat.natter.stack.run;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Builds and tests the clients in TypeScript, first by themselves and then against running gateways. */
final class CheckClients {
    private final RunNpm npm;

    CheckClients(Path root) {
        npm = new RunNpm(root.resolve("clients"));
    }

    /** The exit code of what needs no server. */
    int run() {
        return npm.script("check", Map.of());
    }

    /** The exit code of the conversations with these gateways. */
    int run(List<URI> gateways, Path stackFile) {
        String urls = gateways.stream().map(URI::toString).collect(Collectors.joining(","));
        return npm.script("conform", Map.of("NATTER_URL", urls, "NATTER_STACK_FILE", stackFile.toString()));
    }
}
