package chat.natter.client.connection;

import chat.natter.contract.MessageId;
import java.time.InstantSource;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes UUIDs of version 7 (RFC 9562): milliseconds first, the rest random. */
final class NewMessageId {
    private final InstantSource clock;
    private final RandomGenerator random;

    NewMessageId(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    MessageId next() {
        long high = (clock.millis() << 16) | 0x7000L | (random.nextLong() & 0x0fffL);
        long low = 0x8000_0000_0000_0000L | (random.nextLong() >>> 2);
        return new MessageId(new UUID(high, low));
    }
}
