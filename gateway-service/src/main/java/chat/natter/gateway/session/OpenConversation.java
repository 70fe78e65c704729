package chat.natter.gateway.session;

import chat.natter.contract.UserId;
import java.util.LinkedHashMap;
import java.util.Map;

/** A conversation that one session has open: whether it sees who types there, and who does. */
final class OpenConversation {
    /** More of them are not told apart by anybody. */
    private static final int SHOWN_AT_MOST = 16;

    private static final class Typist {
        long until;
        /** Whether the client believes that this one types. */
        boolean shown;
        /** Whether the client is to be told, even if it believes that. */
        boolean news;
    }

    private final Map<UserId, Typist> typists = new LinkedHashMap<>();
    private boolean sees;
    private long saidAt;

    OpenConversation(long now) {
        saidAt = now;
    }

    /** Only who is known to be a member does. */
    boolean sees() {
        return sees;
    }

    void sees(boolean now) {
        sees = now;
        if (!now) {
            typists.clear();
        }
    }

    /** Whether it is time to say again that this is open; then it counts as said. */
    boolean isToBeSaidAgain(long now) {
        boolean due = now - saidAt >= FollowTyping.OPEN_AGAIN_AFTER_MILLIS;
        if (due) {
            saidAt = now;
        }
        return due;
    }

    void heard(UserId user, boolean on, long now) {
        Typist typist = typists.get(user);
        if (typist == null) {
            if (!on || typists.size() >= SHOWN_AT_MOST) {
                return;
            }
            typist = new Typist();
            typists.put(user, typist);
        }
        typist.until = on ? now + FollowTyping.LASTS_MILLIS : now;
        typist.news = on || typist.shown;
    }

    /** The user's message has come. */
    void over(UserId user) {
        typists.remove(user);
    }

    /** What the client is to be told: who types, and who does not any more. It counts as told. */
    Map<UserId, Boolean> news(long now) {
        Map<UserId, Boolean> news = new LinkedHashMap<>();
        typists.forEach((user, typist) -> {
            boolean types = typist.until > now;
            if (typist.news && (types || typist.shown)) {
                news.put(user, types);
                typist.shown = types;
            }
            typist.news = false;
        });
        forget(now);
        return news;
    }

    /** Whose time is over the client has taken away by itself. */
    void forget(long now) {
        typists.values().removeIf(typist -> typist.until <= now && !typist.news);
    }
}
