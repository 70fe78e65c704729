package chat.natter.stack.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A network between one process and a server, which can break as networks do: nothing is refused and nothing comes
 * through, and later all of it does. It can also be slow.
 */
public final class Relay implements AutoCloseable {
    private static final int BUFFER = 16 * 1024;

    private final InetSocketAddress server;
    private final ServerSocket listener;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition healed = lock.newCondition();
    private boolean broken;
    private Duration delay = Duration.ZERO;

    /** Listens on that address at the server's own port. */
    public Relay(String address, InetSocketAddress server) {
        this.server = server;
        try {
            listener = new ServerSocket();
            listener.setReuseAddress(true);
            listener.bind(new InetSocketAddress(InetAddress.getByName(address), server.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        run(this::accept);
    }

    public void cut() {
        lock.lock();
        try {
            broken = true;
        } finally {
            lock.unlock();
        }
    }

    /** From here on, each piece of up to 16 KiB takes so much longer, one after the other. */
    public void slow(Duration each) {
        lock.lock();
        try {
            delay = each;
        } finally {
            lock.unlock();
        }
    }

    /** Neither broken nor slow. */
    public void heal() {
        lock.lock();
        try {
            broken = false;
            delay = Duration.ZERO;
            healed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
        heal();
        for (Socket socket : sockets) {
            socket.close();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            sockets.add(client);
            run(() -> connect(client));
        }
    }

    /** A server that is not there ends the connection, as its machine would by refusing it. */
    private void connect(Socket client) throws IOException {
        try (client) {
            awaitNetwork();
            Socket upstream = new Socket(server.getAddress(), server.getPort());
            sockets.add(upstream);
            run(() -> pump(upstream, client));
            pump(client, upstream);
            sockets.remove(upstream);
        } finally {
            sockets.remove(client);
        }
    }

    private void pump(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitNetwork();
                out.write(buffer, 0, read);
            }
        }
    }

    private void awaitNetwork() {
        lock.lock();
        try {
            // A heal ends the delay too; without one, nothing else signals.
            long left = delay.toNanos();
            while (left > 0 && !broken && !delay.isZero()) {
                left = healed.awaitNanos(left);
            }
            while (broken) {
                healed.awaitUninterruptibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void run(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        // One side hung up, or the test is over: either way there is nothing more to carry.
                        Thread.currentThread().interrupt();
                    }
                },
                "relay");
        thread.setDaemon(true);
        thread.start();
    }
}
