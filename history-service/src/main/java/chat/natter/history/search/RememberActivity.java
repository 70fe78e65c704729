package chat.natter.history.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Knows which activity is in the store already. Forgetting costs a write that does no harm. */
final class RememberActivity {
    private static final int CAPACITY = 50_000;

    private final Map<Activity.Key, Activity> written = new LinkedHashMap<>(1_024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Activity.Key, Activity> eldest) {
            return size() > CAPACITY;
        }
    };

    /** Those that would change something. */
    synchronized List<Activity> news(List<Activity> activities) {
        return activities.stream()
                .filter(activity -> {
                    Activity known = written.get(activity.key());
                    return known == null || activity.isNewsAfter(known);
                })
                .toList();
    }

    /** To be called once they are durable. */
    synchronized void remember(List<Activity> activities) {
        activities.forEach(activity -> written.put(activity.key(), activity));
    }
}
