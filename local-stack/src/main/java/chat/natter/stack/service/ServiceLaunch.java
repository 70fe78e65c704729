package chat.natter.stack.service;

import chat.natter.stack.plan.StackLayout;
import chat.natter.stack.process.Launch;
import chat.natter.stack.process.Probe;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One instance of a service, ready to be turned into a command. Settings go as system properties, secrets as
 * environment variables: a process list is for everybody's eyes.
 */
public record ServiceLaunch(
        String name,
        String module,
        String url,
        int httpPort,
        Set<String> needs,
        String heap,
        Map<String, String> settings,
        Map<String, String> secrets) {
    private static final List<String> SMALL_JVM =
            List.of("-Xms32m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:+ExitOnOutOfMemoryError");

    /** The options come last: for the JVM, the last word counts. */
    public Launch launch(StackLayout layout, Path java, List<String> jvmOptions) {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(SMALL_JVM);
        command.add(heap);
        command.addAll(jvmOptions);
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.add("-jar");
        command.add(layout.app(name).resolve("quarkus-run.jar").toString());
        Map<String, String> environment = new LinkedHashMap<>();
        secrets.forEach((key, value) -> environment.put(variable(key), value));
        return new Launch(
                name,
                url,
                command,
                environment,
                layout.state(name),
                layout.log(name),
                Probe.ok("http://127.0.0.1:" + httpPort + "/q/health/ready"));
    }

    /** The name under which MicroProfile Config finds a key in the environment. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    /** Collects the settings of one instance. */
    static final class Builder {
        private final String name;
        private final String module;
        private final int httpPort;
        private final Set<String> needs;
        private final Map<String, String> settings = new LinkedHashMap<>();
        private final Map<String, String> secrets = new LinkedHashMap<>();
        private String url;
        private String heap = "-Xmx128m";

        Builder(String name, String module, int httpPort, Set<String> needs) {
            this.name = name;
            this.module = module;
            this.httpPort = httpPort;
            this.needs = needs;
            this.url = "http://127.0.0.1:" + httpPort;
            setting("quarkus.http.port", Integer.toString(httpPort));
        }

        Builder setting(String key, String value) {
            settings.put(key, value);
            return this;
        }

        Builder secret(String key, String value) {
            secrets.put(key, value);
            return this;
        }

        Builder tokensVerified(URI jwksUrl) {
            return setting("mp.jwt.verify.publickey.location", jwksUrl.toString());
        }

        Builder reachedAt(String publicUrl) {
            this.url = publicUrl;
            return this;
        }

        Builder heap(String option) {
            this.heap = option;
            return this;
        }

        ServiceLaunch build() {
            return new ServiceLaunch(
                    name, module, url, httpPort, needs, heap, new LinkedHashMap<>(settings), Map.copyOf(secrets));
        }
    }
}
