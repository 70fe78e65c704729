package chat.natter.stack.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * The folders of one stack. {@code root} is the repository, {@code base} holds all that belongs to this stack; unpacked
 * servers are shared by all stacks of a repository.
 */
public record StackLayout(Path root, Path base) {
    public StackLayout {
        root = root.toAbsolutePath().normalize();
        base = base.toAbsolutePath().normalize();
    }

    public static StackLayout ofRoot(Path root) {
        return new StackLayout(root, root.resolve(".natter"));
    }

    public Path shared() {
        return root.resolve(".natter");
    }

    public Path server(String name) {
        return shared().resolve("servers").resolve(name);
    }

    public Path serverPoms() {
        return root.resolve("local-stack").resolve("servers");
    }

    public Path module(String module) {
        return root.resolve(module);
    }

    /** The built web app, if it could be built. */
    public Path webApp() {
        return root.resolve("clients/web-app/dist");
    }

    public Path stackFile() {
        return base.resolve("stack.json");
    }

    public Path log(String name) {
        return base.resolve("logs").resolve(name + ".log");
    }

    /** What a server stores, and its configuration. */
    public Path data(String server) {
        return base.resolve("data").resolve(server);
    }

    /** The name of a server's container and of the volume with its data: of this stack alone on this machine. */
    public String container(String server) {
        return String.format(Locale.ROOT, "natter-%08x-%s", base.toString().hashCode(), server);
    }

    /** A folder for each volume of this stack, of the same name: so that {@code reset} knows of them. */
    public Path volumes() {
        return base.resolve("data").resolve("volumes");
    }

    /** What a service stores on local disk. */
    public Path state(String service) {
        return base.resolve("state").resolve(service);
    }

    /** The copy that a service runs from, so that a build does not replace files under a running process. */
    public Path app(String service) {
        return base.resolve("apps").resolve(service);
    }

    public Path secrets() {
        return base.resolve("secrets");
    }

    /** What {@code reset} deletes: everything that belongs to this stack only. */
    public List<Path> disposable() {
        return List.of(
                base.resolve("data"),
                base.resolve("state"),
                base.resolve("apps"),
                base.resolve("logs"),
                secrets(),
                stackFile());
    }
}
