package chat.natter.gateway.socket;

import chat.natter.contract.CloseCode;
import chat.natter.gateway.edge.Edge;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;

/** The public port on all event loops. */
@Singleton
public class PublicPort {
    private final Vertx vertx;
    private final Sockets sockets;
    private final Edge edge;
    private final List<EventLoop> loops = new CopyOnWriteArrayList<>();
    private final List<ServePublicPort> servers = new CopyOnWriteArrayList<>();
    private volatile boolean open;

    PublicPort(Vertx vertx, Sockets sockets, Edge edge) {
        this.vertx = vertx;
        this.sockets = sockets;
        this.edge = edge;
    }

    /** Begins to listen; blocks until it does. */
    public void open() throws ExecutionException, InterruptedException {
        int instances =
                sockets.config().eventLoops().orElse(Runtime.getRuntime().availableProcessors());
        vertx.deployVerticle(
                        () -> {
                            ServePublicPort server = new ServePublicPort(sockets, edge, loops::add);
                            servers.add(server);
                            return server;
                        },
                        new DeploymentOptions().setInstances(instances))
                .toCompletionStage()
                .toCompletableFuture()
                .get();
        open = true;
    }

    public boolean isOpen() {
        return open;
    }

    /** Takes no new sockets; the present ones stay. */
    public void refuseNew() {
        open = false;
        servers.forEach(server -> server.refuse(true));
    }

    /** Takes new sockets again. */
    public void takeAgain() {
        servers.forEach(server -> server.refuse(false));
        open = true;
    }

    /** Asks so many more sockets to go elsewhere that this share of all, 1 at most, has been asked. */
    public void goAway(double share, int retryAfterMillis, int jitterMillis) {
        loops.forEach(loop -> loop.goAway(share, retryAfterMillis, jitterMillis));
    }

    public void closeAll() {
        loops.forEach(loop -> loop.closeAll(CloseCode.DRAINING));
    }
}
