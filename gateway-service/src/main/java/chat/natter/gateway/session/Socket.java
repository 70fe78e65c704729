package chat.natter.gateway.session;

import chat.natter.contract.CloseCode;

/** One client's connection, as the rules see it. Confined to one event loop. */
public interface Socket {
    /** Sends one text frame, UTF-8. */
    void send(byte[] frame);

    void close(CloseCode code);

    /** Asks the other side for a sign of life below the level of frames. */
    void ping();

    /** Whether so much waits to be read by the client that more must not be added. */
    boolean isOverfull();
}
