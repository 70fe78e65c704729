package chat.natter.presence.streams;

import chat.natter.contract.GatewayId;
import org.jspecify.annotations.Nullable;

/** A value on its way to a sink, and for delivery topics the gateway whose it is. */
final class Output {
    private final byte @Nullable [] value;
    private final @Nullable GatewayId gateway;

    private Output(byte @Nullable [] value, @Nullable GatewayId gateway) {
        this.value = value;
        this.gateway = gateway;
    }

    /** Null to remove what a compacted topic holds under the key. */
    static Output of(byte @Nullable [] value) {
        return new Output(value, null);
    }

    static Output to(GatewayId gateway, byte[] value) {
        return new Output(value, gateway);
    }

    byte @Nullable [] value() {
        return value;
    }

    /** Null for every sink but the delivery topics. */
    @Nullable
    GatewayId gateway() {
        return gateway;
    }
}
