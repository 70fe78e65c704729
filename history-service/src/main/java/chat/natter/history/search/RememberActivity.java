package chat.natter.history.search;

import chat.natter.contract.ConversationId;
import chat.natter.history.message.ArchivedMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows which activity is in the store already. Forgetting costs a write that does no harm. */
final class RememberActivity {
    private static final int CAPACITY = 50_000;

    /** By the time of last use. */
    private final Map<ConversationId, Activity> written = new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ConversationId, Activity> eldest) {
            return size() > CAPACITY;
        }
    };

    /** Whether the entry says more than is in the store. */
    synchronized boolean isNews(ArchivedMessage entry) {
        Activity known = written.get(entry.conversation());
        return known == null || known.isOutdatedBy(entry);
    }

    /** To be called once they are durable. */
    synchronized void remember(List<Activity> activities) {
        activities.forEach(activity -> written.merge(
                activity.conversation(), activity, (known, told) -> told.at().isBefore(known.at()) ? known : told));
    }
}
