package chat.natter.message.inbox;

import chat.natter.contract.UserId;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.SessionRecord;
import chat.natter.message.stage.OrderedStore;
import chat.natter.message.stage.Outputs;
import chat.natter.message.stage.UnreadableRecord;
import java.util.List;

/**
 * Keeps every user's inbox: takes entries in once, delivers them in order, forgets them when all devices have them.
 *
 * <p>What a session is sent follows from the store alone (entries behind the device's cursor), so nothing is lost if an
 * output never left: after a take-over {@link ResumeSessions} sends on from the cursors. Taking in is idempotent by
 * (conversation, seq), acknowledging by the cursor, opening by the record's place in the log.
 */
public final class InboxStage {
    private final Outputs outputs;
    private final PublishMarks publishMarks;
    private final TakeIn takeIn;
    private final TakeInReceipt takeInReceipt;
    private final MoveCursor moveCursor;
    private final MarkAsRead markAsRead;
    private final AttachSession attachSession;
    private final FollowAccount followAccount;
    private final ResumeSessions resumeSessions;
    private final ExpireEntries expireEntries;

    public InboxStage(OrderedStore ordered, Outputs outputs, InboxLimits limits) {
        this.outputs = outputs;
        InboxStore store = new InboxStore(ordered);
        LiveSessions live = new LiveSessions(store);
        DeliverEntries deliver = new DeliverEntries(store, outputs, limits);
        Inboxes inboxes = new Inboxes(store, live, deliver);
        this.publishMarks = new PublishMarks(store, outputs);
        TellPeer tellPeer = new TellPeer(outputs, publishMarks);
        this.takeInReceipt = new TakeInReceipt(inboxes);
        this.takeIn = new TakeIn(inboxes, outputs, tellPeer, publishMarks);
        this.moveCursor = new MoveCursor(inboxes, tellPeer, limits);
        this.markAsRead = new MarkAsRead(store, tellPeer);
        this.attachSession = new AttachSession(inboxes, moveCursor);
        this.followAccount = new FollowAccount(inboxes, publishMarks, limits);
        this.resumeSessions = new ResumeSessions(ordered, inboxes, tellPeer, limits);
        this.expireEntries = new ExpireEntries(ordered, store, limits);
    }

    /** What happens to the user, and to the others of the record, who share the position. */
    public void process(String user, InboxRecord entry, Place place) {
        if (entry.getOthersCount() == 0) {
            happens(user, entry, place);
            return;
        }
        // All are looked at before anything is written: a record that cannot be read leaves no trace.
        List<String> others = entry.getOthersList().stream()
                .map(other -> new UserId(other).value())
                .toList();
        outputs.together(() -> {
            happens(user, entry, place);
            others.forEach(other -> happens(other, entry, place));
        });
    }

    private void happens(String user, InboxRecord entry, Place place) {
        switch (entry.getBodyCase()) {
            case MESSAGE -> takeIn.message(user, entry.getMessage(), place);
            case SECURITY -> takeIn.security(user, entry.getSecurity(), place);
            case PERSONAL -> takeIn.personal(user, entry.getPersonal(), place);
            case RECEIPT -> takeInReceipt.receipt(user, entry.getReceipt(), place);
            case ADMISSION -> takeIn.admission(user, entry.getAdmission(), place);
            case BODY_NOT_SET -> throw new UnreadableRecord("an inbox record without a body that this version knows");
        }
    }

    public void process(String user, SessionRecord session, Place place) {
        switch (session.getBodyCase()) {
            case OPENED -> attachSession.opened(user, session, place);
            case CLOSED -> attachSession.closed(user, session, place);
            case ACKNOWLEDGED ->
                moveCursor.acknowledged(
                        user, session.getDevice(), session.getAcknowledged().getPosition(), place.at());
            case ACTIVITY -> {
                // Of presence-service's concern: a session that nobody looks at is delivered to all the same.
            }
            case READ -> markAsRead.read(user, session.getDevice(), session.getRead(), place.at());
            case BODY_NOT_SET -> throw new UnreadableRecord("a session record without a body that this version knows");
        }
    }

    public void process(String user, Account account, Place place) {
        followAccount.changed(user, account, place);
    }

    /** After a take-over: sends on, a slice at a time; returns whether there is more to do. */
    public boolean resume(long now, int slice) {
        return resumeSessions.resume(now, slice);
    }

    /** Tells the archive how far users have come, at most so many; what is left comes with the next call. */
    public void publishMarks(int slice) {
        publishMarks.publish(slice);
    }

    /** Drops what has waited too long, a slice at a time; returns how many entries were dropped. */
    public int expire(long now, int slice) {
        return expireEntries.expire(now, slice);
    }
}
