package chat.natter.auth.link;

import chat.natter.auth.database.Database;
import chat.natter.auth.id.NewIds;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;

/** Notes a device that wants in. */
@Singleton
class AskForLink {
    private final Database database;
    private final LinkStore store;
    private final NewIds ids;
    private final LinkConfig config;
    private final Clock clock;

    AskForLink(Database database, LinkStore store, NewIds ids, LinkConfig config, Clock clock) {
        this.database = database;
        this.store = store;
        this.ids = ids;
        this.config = config;
        this.clock = clock;
    }

    /** What the QR code says: nothing that opens a session. */
    record Asked(String id, Instant expiresAt) {}

    Asked ask(String challenge, String deviceName, String platform, String address) {
        Asked asked = new Asked(ids.link(), clock.instant().plus(config.lifetime()));
        Link link = new Link(challenge, deviceName, platform, address, asked.expiresAt(), null, false);
        database.transaction(connection -> {
            store.insert(connection, asked.id(), link);
            return asked;
        });
        return asked;
    }
}
