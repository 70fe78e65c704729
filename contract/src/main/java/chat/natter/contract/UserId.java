package chat.natter.contract;

/** An account. Made by auth-service at sign-up and never used again after erasure. */
public record UserId(String value) {
    public UserId {
        Ulid.require(value, "user id");
    }

    @Override
    public String toString() {
        return value;
    }
}
