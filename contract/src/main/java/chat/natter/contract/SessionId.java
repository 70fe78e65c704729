package chat.natter.contract;

/** One connection of a device to a gateway: a new one for every socket. */
public record SessionId(String value) {
    public SessionId {
        Ulid.require(value, "session id");
    }

    @Override
    public String toString() {
        return value;
    }
}
