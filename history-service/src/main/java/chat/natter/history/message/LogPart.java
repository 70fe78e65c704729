package chat.natter.history.message;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A part of a log for one reader: every number from {@code first} to {@code last} is that of a message or lies in a
 * hole, so that nobody has to guess why something is not there.
 *
 * @param last less than {@code first} if nothing is there yet
 * @param head the greatest number that the reader may see and that is archived; 0 if there is none
 * @param messages ascending by seq, as they are stored: what was taken back has lost its words
 */
public record LogPart(long first, long last, long head, List<ArchivedMessage> messages, List<Hole> holes) {
    /** What fits into one record of a delivery topic, and into what a slow socket may leave unread, many times. */
    static final int MAX_BYTES = 128 * 1024;

    /** Numbers without a message, both ends included. */
    public record Hole(long first, long last, Why why) {}

    /** Why there is no message. */
    public enum Why {
        /** It has vanished for everybody. */
        GONE,
        /** The reader was no member then. */
        NOT_A_MEMBER,
        /** The reader has deleted it for themselves, or had blocked its author. */
        HIDDEN
    }

    public LogPart {
        messages = List.copyOf(messages);
        holes = List.copyOf(holes);
    }

    /** Nothing is there yet from {@code first} on. */
    static LogPart none(long first, long head) {
        return new LogPart(first, first - 1, head, List.of(), List.of());
    }

    /**
     * The part from {@code first} on.
     *
     * @param last up to where {@code found} is everything that the reader may see; the part ends before it if that
     *     would be too much for one answer
     */
    static LogPart of(long first, long last, long head, List<ArchivedMessage> found, Visible visible) {
        List<ArchivedMessage> messages = new ArrayList<>();
        long end = last;
        int bytes = 0;
        for (ArchivedMessage message : found) {
            bytes += message.content().utf8().length;
            if (bytes > MAX_BYTES && !messages.isEmpty()) {
                end = messages.get(messages.size() - 1).seq();
                break;
            }
            messages.add(message);
        }
        return new LogPart(first, end, head, messages, holes(first, end, messages, visible));
    }

    /** The same part, without what the reader has deleted for themselves. */
    LogPart without(Set<Long> hidden) {
        if (hidden.isEmpty()) {
            return this;
        }
        List<Hole> more = new ArrayList<>(holes);
        messages.stream()
                .filter(message -> hidden.contains(message.seq()))
                .forEach(message -> more.add(new Hole(message.seq(), message.seq(), Why.HIDDEN)));
        more.sort(Comparator.comparingLong(Hole::first));
        List<ArchivedMessage> rest = messages.stream()
                .filter(message -> !hidden.contains(message.seq()))
                .toList();
        return new LogPart(first, last, head, rest, more);
    }

    private static List<Hole> holes(long first, long last, List<ArchivedMessage> messages, Visible visible) {
        List<Hole> holes = new ArrayList<>();
        long next = first;
        for (ArchivedMessage message : messages) {
            addHoles(holes, next, message.seq() - 1, visible);
            next = message.seq() + 1;
        }
        addHoles(holes, next, last, visible);
        return holes;
    }

    /** What of a stretch without messages was visible to the reader has vanished; the rest never was the reader's. */
    private static void addHoles(List<Hole> holes, long first, long last, Visible visible) {
        long next = first;
        for (Visible.Range range : visible.ranges()) {
            if (range.last() >= next && range.first() <= last) {
                addHole(holes, next, range.first() - 1, Why.NOT_A_MEMBER);
                addHole(holes, Math.max(next, range.first()), Math.min(last, range.last()), Why.GONE);
                next = Math.min(last, range.last()) + 1;
            }
        }
        addHole(holes, next, last, Why.NOT_A_MEMBER);
    }

    private static void addHole(List<Hole> holes, long first, long last, Why why) {
        if (first <= last) {
            holes.add(new Hole(first, last, why));
        }
    }
}
