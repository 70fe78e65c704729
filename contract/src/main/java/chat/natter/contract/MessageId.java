package chat.natter.contract;

import java.nio.ByteBuffer;
import java.util.UUID;

/**
 * The id that a client gives a message before it is sent (a UUID, version 7 by preference): the idempotency key
 * together with the device.
 */
public record MessageId(UUID value) {
    private static final int BYTES = 16;

    /** Reads the canonical 36-character form; anything else is an {@link InvalidId}. */
    public static MessageId parse(String text) {
        // UUID.fromString also takes shortened groups, which would give one id two spellings.
        if (text.length() != 36) {
            throw new InvalidId("message id");
        }
        try {
            return new MessageId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidId("message id");
        }
    }

    /** Reads 16 bytes, most significant first. */
    public static MessageId of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new InvalidId("message id");
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new MessageId(new UUID(buffer.getLong(), buffer.getLong()));
    }

    /** 16 bytes, most significant first. */
    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
