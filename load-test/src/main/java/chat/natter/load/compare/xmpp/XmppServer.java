package chat.natter.load.compare.xmpp;

import java.io.IOException;
import java.util.Map;

/** An XMPP server that this tool configures, starts and stops. */
interface XmppServer extends AutoCloseable {
    String HOST = "localhost";
    String MUC = "conference." + HOST;
    String ROOM = "all@" + MUC;
    /** Everybody's: nobody but this tool reaches the server, and its data are gone afterwards. */
    String PASSWORD = "load";

    String name();

    boolean isDurable();

    int port();

    /** Of the WebSocket. */
    String path();

    Map<String, Long> processes();

    /** Makes accounts for people from the one number up to, and without, the other. */
    void admit(int from, int to) throws IOException, InterruptedException;

    @Override
    void close();
}
