package chat.natter.gateway.session;

import chat.natter.contract.CloseCode;
import chat.natter.contract.frame.Decoded;
import chat.natter.contract.frame.ReadServerFrame;
import chat.natter.contract.frame.ServerFrame;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a client would have got. */
public final class FakeSocket implements Socket {
    private final List<ServerFrame> frames = new ArrayList<>();
    private final List<CloseCode> closes = new ArrayList<>();
    private int pings;
    private boolean overfull;

    @Override
    public void send(byte[] frame) {
        if (ReadServerFrame.read(frame) instanceof Decoded.Frame<ServerFrame> read) {
            frames.add(read.frame());
        } else {
            throw new AssertionError("the session wrote what a client cannot read");
        }
    }

    @Override
    public void close(CloseCode code) {
        closes.add(code);
    }

    @Override
    public void ping() {
        pings++;
    }

    @Override
    public boolean isOverfull() {
        return overfull;
    }

    /** The client stops reading. */
    void fill() {
        overfull = true;
    }

    /** The client reads again. */
    void drain() {
        overfull = false;
    }

    List<ServerFrame> frames() {
        return frames;
    }

    <F extends ServerFrame> List<F> frames(Class<F> kind) {
        return frames.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    public List<CloseCode> closes() {
        return closes;
    }

    int pings() {
        return pings;
    }
}
