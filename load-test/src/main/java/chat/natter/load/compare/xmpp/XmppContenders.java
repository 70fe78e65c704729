package chat.natter.load.compare.xmpp;

import chat.natter.load.compare.trial.Contender;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Starts the compared servers, one at a time.
 *
 * @param root repository, which has the unpacked MariaDB
 * @param folder of their files, ignored by git
 * @param port of the server; the next one is its database's
 */
public record XmppContenders(Path root, Path folder, int port) {
    public Contender durableEjabberd() throws IOException {
        Workshop workshop = new Workshop(folder);
        PeerDatabase database = PeerDatabase.start(workshop, root, port + 1);
        return new XmppContender(Ejabberd.keepingAll(workshop, port, database));
    }

    public Contender ejabberd() throws IOException {
        return new XmppContender(Ejabberd.keepingNothing(new Workshop(folder), port));
    }

    public Contender durableProsody() throws IOException {
        return new XmppContender(new Prosody(new Workshop(folder), port, true));
    }

    public Contender prosody() throws IOException {
        return new XmppContender(new Prosody(new Workshop(folder), port, false));
    }
}
