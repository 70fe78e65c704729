package chat.natter.stack.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A module whose artifact the stack runs. Folder and artifact are relative to the repository and to the module. */
public record Module(String folder, String artifact) {
    private static final String QUARKUS_JAR = "target/quarkus-app/quarkus-run.jar";

    private static final String OBJECT_STORAGE = "object-storage";

    public static final List<Module> SERVICES = List.of(
            new Module("auth-service", QUARKUS_JAR),
            new Module("gateway-service", QUARKUS_JAR),
            new Module("message-service", QUARKUS_JAR),
            new Module("presence-service", QUARKUS_JAR),
            new Module("history-service", QUARKUS_JAR),
            new Module("media-service", QUARKUS_JAR));
    public static final Module CHAT = new Module("clients/java", "target/natter-chat.jar");
    public static final Module LOAD = new Module("load-test", "target/natter-load.jar");

    Path built(Path root) {
        return root.resolve(folder).resolve(artifact);
    }

    /** Every module is built from its own sources, the contract and the shared pom, and from what its pom names. */
    List<Path> sources(Path root) {
        List<Path> sources = new ArrayList<>(List.of(
                root.resolve("pom.xml"),
                root.resolve("contract/pom.xml"),
                root.resolve("contract/src/main"),
                root.resolve(folder).resolve("pom.xml"),
                root.resolve(folder).resolve("src/main")));
        if (equals(LOAD)) {
            sources.add(root.resolve(CHAT.folder()).resolve("src/main"));
            sources.add(root.resolve("local-stack/src/main"));
        }
        if (folder.equals("history-service") || folder.equals("media-service")) {
            sources.add(root.resolve(OBJECT_STORAGE).resolve("pom.xml"));
            sources.add(root.resolve(OBJECT_STORAGE).resolve("src/main"));
        }
        return sources;
    }
}
