package chat.natter.contract;

/** One installation of a client that has signed in to an account. */
public record DeviceId(String value) {
    public DeviceId {
        Ulid.require(value, "device id");
    }

    @Override
    public String toString() {
        return value;
    }
}
