package chat.natter.contract;

/** One uploaded object. */
public record MediaId(String value) {
    public MediaId {
        Ulid.require(value, "media id");
    }

    @Override
    public String toString() {
        return value;
    }
}
