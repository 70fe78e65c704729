package chat.natter.stack.container;

import chat.natter.stack.report.StackFailure;
import chat.natter.stack.state.Connections;
import chat.natter.stack.state.StackFile;
import chat.natter.stack.state.StackState;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.WaitContainerResultCallback;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/**
 * A process that stands for a container: it ends when the container does, and when it is told to end, Testcontainers
 * takes the container with it. What the container says is what this process says.
 */
public final class HoldContainer {
    private HoldContainer() {}

    /** Arguments: the part of the stack, the stack's file, the container's name, and options of the server's JVM. */
    public static void main(String[] arguments) {
        Image image = Image.ofPart(arguments[0]);
        String name = arguments[2];
        List<String> jvmOptions = List.of(arguments).subList(3, arguments.length);
        Connections connections = new StackFile(Path.of(arguments[1]))
                .read()
                .map(StackState::connections)
                .orElseThrow(() -> new StackFailure(arguments[1] + " is gone."));
        GenericContainer<?> container = DescribeContainer.of(image, name, connections, jvmOptions);
        container.withLogConsumer(frame -> System.out.print(frame.getUtf8String()));
        DockerClient engine = DockerClientFactory.lazyClient();
        removeFormer(engine, name);
        container.start();
        int exit = engine.waitContainerCmd(container.getContainerId())
                .exec(new WaitContainerResultCallback())
                .awaitStatusCode();
        System.out.println("The container " + name + " has ended with " + exit + ".");
        System.exit(1);
    }

    /** One whose holder was killed. */
    private static void removeFormer(DockerClient engine, String name) {
        boolean exists =
                engine.listContainersCmd().withShowAll(true).withNameFilter(List.of("^/" + name + "$")).exec().stream()
                        .flatMap(found -> Arrays.stream(found.getNames()))
                        .anyMatch(("/" + name)::equals);
        if (exists) {
            engine.removeContainerCmd(name)
                    .withForce(true)
                    .withRemoveVolumes(true)
                    .exec();
        }
    }
}
