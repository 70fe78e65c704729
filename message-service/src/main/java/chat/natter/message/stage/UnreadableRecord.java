package chat.natter.message.stage;

/** A record that cannot be used. It goes to the dead letters with this cause, and the partition goes on. */
public final class UnreadableRecord extends RuntimeException {
    public UnreadableRecord(String cause) {
        super(cause, null, false, false);
    }
}
