package chat.natter.load.presence;

import chat.natter.client.rest.Session;
import chat.natter.contract.CloseCode;
import chat.natter.contract.PresenceState;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.ServerFrame;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Somebody with one device, who comes and goes and watches others. What is done counts at once, also while a socket is
 * still being opened: that one is given up, or is told once it is open.
 */
final class Passerby implements DeviceSocket.Owner {
    private static final Executor SOON = CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS);

    private final HttpClient http;
    private final List<URI> edges;
    private final UserId user;
    private final Truth truth = new Truth(System.nanoTime());
    private final PresenceFigures figures;
    private final Map<UserId, PresenceState> seen = new HashMap<>();
    private final Map<UserId, Long> timed = new HashMap<>();
    private List<UserId> watched = List.of();
    private Function<UserId, Truth> truths = other -> truth;
    private ClientFrame.Credential credential;
    private Standing standing = Standing.GONE;
    private @Nullable DeviceSocket socket;
    private boolean welcome;
    /** What changed before then may have been told before, or is told as an answer. */
    private long lookingSince;

    private int edge;

    /**
     * Somebody who is not there yet.
     *
     * @param edges gateways, of which the first is tried first
     */
    Passerby(HttpClient http, List<URI> edges, Session session, PresenceFigures figures) {
        this.http = http;
        this.edges = List.copyOf(edges);
        this.user = session.userId();
        this.credential = new ClientFrame.Token(session.accessToken());
        this.figures = figures;
    }

    UserId user() {
        return user;
    }

    Truth truth() {
        return truth;
    }

    /** Watches these from the next socket on. */
    synchronized void watch(List<UserId> others, Function<UserId, Truth> truthOf) {
        watched = List.copyOf(others);
        truths = truthOf;
    }

    /** What the device shows at this moment. */
    synchronized View view() {
        return new View(user, standing == Standing.LOOKING, Set.copyOf(watched), seen);
    }

    synchronized void does(Doing doing) {
        standing = doing.from(standing);
        switch (doing) {
            case COME -> open();
            case LEAVE -> end(DeviceSocket::leave);
            case BREAK_OFF -> end(DeviceSocket::breakOff);
            case PUT_ASIDE -> sayActivity(false);
            case TAKE_UP -> {
                lookingSince = System.nanoTime();
                sayActivity(true);
            }
            case MOVE -> {
                end(DeviceSocket::breakOff);
                nextEdge();
                open();
            }
        }
        truth.become(standing, System.nanoTime());
    }

    /** Comes back if need be, and looks. */
    void returns() {
        Standing now = standing();
        if (now != Standing.LOOKING) {
            does(now == Standing.GONE ? Doing.COME : Doing.TAKE_UP);
        }
    }

    /** The run is over. */
    synchronized void leaves() {
        standing = Standing.GONE;
        end(DeviceSocket::leave);
    }

    private synchronized Standing standing() {
        return standing;
    }

    private void open() {
        lookingSince = System.nanoTime();
        seen.clear();
        welcome = false;
        socket = DeviceSocket.open(http, edges.get(edge), new ClientFrame.Hello(credential, null, "presence"), this);
    }

    private interface Ending {
        void of(DeviceSocket socket);
    }

    private void end(Ending how) {
        DeviceSocket ending = socket;
        socket = null;
        welcome = false;
        if (ending != null) {
            how.of(ending);
        }
    }

    private void sayActivity(boolean active) {
        DeviceSocket open = socket;
        if (welcome && open != null) {
            open.say(new ClientFrame.Activity(active));
        }
    }

    private void nextEdge() {
        edge = (edge + 1) % edges.size();
    }

    @Override
    public synchronized void told(DeviceSocket by, ServerFrame frame) {
        if (by != socket) {
            return;
        }
        if (frame instanceof ServerFrame.Welcome welcomed) {
            credential = new ClientFrame.Ticket(welcomed.ticket());
            welcome = true;
            if (standing == Standing.ASIDE) {
                by.say(new ClientFrame.Activity(false));
            }
            by.say(new ClientFrame.Watch(null, watched));
        } else if (frame instanceof ServerFrame.Presence presence) {
            sees(presence.user(), presence.state());
        } else if (frame instanceof ServerFrame.Ping) {
            by.say(new ClientFrame.Pong());
        } else if (frame instanceof ServerFrame.GoAway) {
            comesBack(DeviceSocket::leave);
        } else if (frame instanceof ServerFrame.Failure failure) {
            figures.unwanted.add(user + " got the error " + failure.code());
        }
    }

    private void sees(UserId other, PresenceState state) {
        figures.told();
        seen.put(other, state);
        Truth.Change change = truths.apply(other).last();
        if (change.to() == state
                && standing == Standing.LOOKING
                && change.at() - lookingSince > 0
                && timed.getOrDefault(other, 0L) < change.number()) {
            timed.put(other, change.number());
            figures.seen(change);
        }
    }

    @Override
    public synchronized void ended(DeviceSocket ended, int code) {
        if (ended != socket) {
            return;
        }
        if (code == CloseCode.REPLACED.code()) {
            figures.overtaken.increment();
        } else {
            figures.unwanted.add("the socket of " + user + " ended with " + code);
        }
        comesBack(DeviceSocket::breakOff);
    }

    private void comesBack(Ending how) {
        end(how);
        nextEdge();
        SOON.execute(this::openAgain);
    }

    private synchronized void openAgain() {
        if (socket == null && standing != Standing.GONE) {
            open();
        }
    }
}
