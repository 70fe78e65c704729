package chat.natter.presence.sessions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Departures that wait for their time. Entries are checked against the state when due, so nobody needs to remove any.
 */
public final class Agenda {
    private record Entry(long dueAt, Departure departure) {}

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(Comparator.comparingLong(Entry::dueAt));

    public void add(long dueAt, Departure departure) {
        entries.add(new Entry(dueAt, departure));
    }

    /** Takes out what is due. */
    public List<Departure> due(long now) {
        List<Departure> due = new ArrayList<>();
        for (Entry next = entries.peek(); next != null && next.dueAt() <= now; next = entries.peek()) {
            due.add(next.departure());
            entries.remove();
        }
        return due;
    }
}
