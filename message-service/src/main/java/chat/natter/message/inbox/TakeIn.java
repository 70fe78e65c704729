package chat.natter.message.inbox;

import chat.natter.contract.ConversationId;
import chat.natter.contract.Problem;
import chat.natter.contract.record.Action;
import chat.natter.contract.record.AdmissionRequest;
import chat.natter.contract.record.AdmissionVerdict;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.InboxMessage;
import chat.natter.contract.record.MemberRefused;
import chat.natter.contract.record.Notification;
import chat.natter.contract.record.PersonalNotice;
import chat.natter.contract.record.SecurityNotice;
import chat.natter.message.inbox.state.Device;
import chat.natter.message.inbox.state.Entry;
import chat.natter.message.inbox.state.Marks;
import chat.natter.message.inbox.state.User;
import chat.natter.message.stage.Outputs;

/**
 * Takes what arrives for a user into the inbox, once: a seq that is not above the conversation's last one is a repeat.
 * The entry is written before the mark, so that a replay after a crash between the two overwrites it in place.
 */
final class TakeIn {
    private final Inboxes inboxes;
    private final Outputs outputs;
    private final TellPeer tellPeer;
    private final PublishMarks publishMarks;

    TakeIn(Inboxes inboxes, Outputs outputs, TellPeer tellPeer, PublishMarks publishMarks) {
        this.inboxes = inboxes;
        this.outputs = outputs;
        this.tellPeer = tellPeer;
        this.publishMarks = publishMarks;
    }

    void message(String user, InboxMessage message, Place place) {
        User state = inboxes.store().user(user);
        boolean own = message.getFrom().equals(user);
        boolean inGroup = ConversationId.isGroup(message.getConversation());
        if (inGroup && (!state.getKnown() || state.getErased())) {
            refuseMembership(user, message.getConversation(), Problem.USER_UNKNOWN, place);
            return;
        }
        if (state.getErased()) {
            return;
        }
        Marks marks = inboxes.store().marks(user, message.getConversation());
        if (message.getSeq() <= marks.getLastSeq()) {
            if (!own && isWithheld(message, marks)) {
                publishMarks.withheld(user, message, marks, place.at());
            } else if (inboxes.store().hasEntry(user, place.by())) {
                // This very record, again: the wake-up may never have left.
                wakeUp(user, state, marks, message, own);
            }
            return;
        }
        boolean blocked = state.getBlockedList().contains(message.getFrom());
        // Members of a group see each other; a block keeps two people apart who are alone.
        if (blocked && !inGroup) {
            withhold(user, message, marks, place.at());
            return;
        }
        if (!Devices.anyConcerned(state, message.getDevice(), own)) {
            return;
        }
        if (blocked && marks.getLastSeq() == 0) {
            refuseMembership(user, message.getConversation(), Problem.BLOCKED, place);
            return;
        }
        boolean delivered = !own && Devices.anyHas(state, message.getDevice(), place.by());
        Marks.Builder next = marks.toBuilder().setLastSeq(message.getSeq());
        if (!own) {
            next.clearWithheldSince();
        }
        if (delivered) {
            next.setDelivered(Math.max(message.getSeq(), marks.getDelivered())).setMovedAt(place.at());
        }
        Marks taken = next.build();
        Entry entry = Entry.newBuilder().setMessage(message).build();
        if (Devices.anyLacks(state, message.getDevice(), place.by())) {
            inboxes.store().putEntry(user, place.by(), entry);
        }
        inboxes.store().saveMarks(user, message.getConversation(), taken);
        if (delivered) {
            tellPeer.marks(user, state, message.getConversation(), taken, place.at());
        }
        inboxes.offer(user, state, entry, place);
        wakeUp(user, state, taken, message, own);
    }

    /** Not for the user, whatever becomes of the block: the archive has to know, too. */
    private void withhold(String user, InboxMessage message, Marks marks, long at) {
        Marks.Builder next = marks.toBuilder().setLastSeq(message.getSeq());
        if (marks.getWithheldSince() == 0) {
            next.setWithheldSince(message.getSeq());
        }
        Marks withheld = next.build();
        inboxes.store().saveMarks(user, message.getConversation(), withheld);
        publishMarks.withheld(user, message, withheld, at);
    }

    /** Whether the peer's message, which comes again, was withheld: so was all that followed it until now. */
    private static boolean isWithheld(InboxMessage message, Marks marks) {
        return marks.getWithheldSince() > 0 && message.getSeq() >= marks.getWithheldSince();
    }

    /** Told to every device, also to those that are away. */
    void security(String user, SecurityNotice notice, Place place) {
        User state = inboxes.store().user(user);
        if (state.getErased() || !Devices.anyLacks(state, "", place.by())) {
            return;
        }
        putForAll(user, state, Entry.newBuilder().setSecurity(notice).build(), place);
    }

    /** Told to every device; and who has muted a conversation is woken only for what mentions them by name. */
    void personal(String user, PersonalNotice notice, Place place) {
        User state = inboxes.store().user(user);
        if (state.getErased()) {
            return;
        }
        if (!notice.hasMessage()) {
            Marks marks = inboxes.store().marks(user, notice.getConversation());
            inboxes.store()
                    .saveMarks(
                            user,
                            notice.getConversation(),
                            marks.toBuilder()
                                    .setMutedUntil(notice.getMutedUntil())
                                    .build());
        }
        if (Devices.anyLacks(state, "", place.by())) {
            putForAll(user, state, Entry.newBuilder().setPersonal(notice).build(), place);
        }
    }

    private void putForAll(String user, User state, Entry entry, Place place) {
        inboxes.store().putEntry(user, place.by(), entry);
        inboxes.offer(user, state, entry, place);
    }

    /** Only here the recipient's account is known: may somebody begin a conversation with this user? */
    void admission(String user, AdmissionRequest request, Place place) {
        User state = inboxes.store().user(user);
        boolean exists = state.getKnown() && !state.getErased();
        AdmissionVerdict.Builder verdict =
                AdmissionVerdict.newBuilder().setPeer(user).setAdmitted(exists);
        if (!exists) {
            verdict.setProblem(Problem.USER_UNKNOWN.code());
        }
        Command command = Command.newBuilder().setAdmission(verdict).build();
        outputs.command(request.getConversation(), command, place.at());
    }

    /** A group can only see here that a member it was given has no account, or blocks who added it. */
    private void refuseMembership(String user, String conversation, Problem problem, Place place) {
        MemberRefused refused =
                MemberRefused.newBuilder().setProblem(problem.code()).build();
        Command command =
                Command.newBuilder().setUser(user).setMemberRefused(refused).build();
        outputs.command(conversation, command, place.at());
    }

    private void wakeUp(String user, User state, Marks marks, InboxMessage message, boolean own) {
        boolean muted = message.getAt() < marks.getMutedUntil()
                && !message.getMentions().getUsersList().contains(user);
        // Nobody is woken for a reaction, an edit or what happens to a group.
        if (own || muted || message.getAction() != Action.MESSAGE) {
            return;
        }
        Notification.Builder notification = null;
        for (Device device : state.getDevicesList()) {
            if (!Devices.hasSession(device)) {
                notification = notification == null ? Notification.newBuilder() : notification;
                notification.addDevices(device.getDevice());
            }
        }
        if (notification != null) {
            outputs.notification(notification
                    .setUser(user)
                    .setConversation(message.getConversation())
                    .setSeq(message.getSeq())
                    .setFrom(message.getFrom())
                    .setAt(message.getAt())
                    .build());
        }
    }
}
