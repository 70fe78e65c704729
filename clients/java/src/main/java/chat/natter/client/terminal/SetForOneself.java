package chat.natter.client.terminal;

import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.ApiUnreachable;
import chat.natter.client.rest.PersonalApi;
import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.ServerFrame;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** What is typed for oneself alone, and what other devices of one's own have set. */
final class SetForOneself {
    private final PersonalApi api;
    private final Screen screen;
    private final Clock clock;

    SetForOneself(PersonalApi api, Screen screen, Clock clock) {
        this.api = api;
        this.screen = screen;
        this.clock = clock;
    }

    /** What the server has set it tells all devices, this one too. */
    void mute(ConversationId conversation, Duration time) {
        ask(() -> api.mute(conversation, time.isZero() ? null : clock.instant().plus(time)));
    }

    void archive(ConversationId conversation, boolean on) {
        ask(() -> api.archive(conversation, on));
    }

    void star(ConversationId conversation, long seq) {
        ask(() -> api.star(conversation, seq, true));
    }

    void show(ServerFrame.Personal set) {
        ServerFrame.PersonalMark message = set.message();
        if (message != null) {
            screen.note("message " + message.seq() + ": "
                    + (message.hidden() ? "deleted for you" : message.starred() ? "starred" : "not starred"));
            return;
        }
        Instant mutedUntil = set.mutedUntil();
        screen.note("this chat: " + (mutedUntil == null ? "not muted" : "muted until " + mutedUntil)
                + (set.archived() ? ", archived" : "")
                + (set.pinned() ? ", pinned" : "")
                + (set.unread() ? ", marked as unread" : "")
                + (set.following() ? ", followed" : ""));
    }

    private void ask(Runnable request) {
        try {
            request.run();
        } catch (ApiUnreachable | ApiRefused e) {
            screen.note("not done: " + e.getMessage());
        }
    }
}
