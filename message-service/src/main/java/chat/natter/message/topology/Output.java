package chat.natter.message.topology;

/** One outgoing value on its way to a sink. */
final class Output {
    private final String gateway;
    private final byte[] value;

    private Output(String gateway, byte[] value) {
        this.gateway = gateway;
        this.value = value;
    }

    static Output of(byte[] value) {
        return new Output("", value);
    }

    static Output to(String gateway, byte[] value) {
        return new Output(gateway, value);
    }

    /** The gateway whose delivery topic it goes to; empty for every other topic. */
    String gateway() {
        return gateway;
    }

    byte[] value() {
        return value;
    }
}
