package chat.natter.stack.run;

import chat.natter.stack.plan.UsedPort;
import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/** Finds out before anything starts whether somebody else listens on a port that is needed. */
final class CheckPorts {
    private CheckPorts() {}

    static void requireFree(List<UsedPort> ports) {
        ports.stream().filter(used -> !isFree(used.port())).findFirst().ifPresent(taken -> {
            throw new StackFailure("Port " + taken.port() + ", which " + taken.part()
                    + " needs, is taken by another process; free it, or choose another with --port "
                    + taken.name().option() + "=NUMBER (or shift all of them with --port-offset).");
        });
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As the servers do it: connections of a predecessor that are still closing do not count.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
