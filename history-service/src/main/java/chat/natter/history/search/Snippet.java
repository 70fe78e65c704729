package chat.natter.history.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A part of a message around the first thing that was found.
 *
 * @param text a part of the message, with an ellipsis where something was left out
 * @param highlights what was found, within this text; ascending, apart from each other
 */
record Snippet(String text, List<Range> highlights) {
    private static final int LENGTH = 160;
    private static final int LEAD = 40;
    private static final String ELLIPSIS = "…";

    Snippet {
        highlights = List.copyOf(highlights);
    }

    static Snippet of(String text, List<Range> ranges) {
        int anchor = ranges.isEmpty() ? 0 : ranges.get(0).start();
        int start = text.length() <= LENGTH ? 0 : wordStart(text, Math.max(0, anchor - LEAD));
        int end = text.length() - start <= LENGTH ? text.length() : wholeCharacter(text, start + LENGTH);
        String lead = start > 0 ? ELLIPSIS : "";
        String tail = end < text.length() ? ELLIPSIS : "";
        List<Range> within = new ArrayList<>();
        for (Range range : ranges) {
            if (range.start() >= start && range.end() <= end) {
                add(within, new Range(range.start() - start + lead.length(), range.end() - start + lead.length()));
            }
        }
        return new Snippet(lead + text.substring(start, end) + tail, within);
    }

    /** Joins what overlaps, such as the pairs of a Chinese word. */
    private static void add(List<Range> ranges, Range next) {
        int last = ranges.size() - 1;
        if (last >= 0 && next.start() < ranges.get(last).end()) {
            Range before = ranges.get(last);
            ranges.set(last, new Range(before.start(), Math.max(before.end(), next.end())));
        } else {
            ranges.add(next);
        }
    }

    /** The next beginning of a word, if one is near. */
    private static int wordStart(String text, int from) {
        if (from == 0) {
            return 0;
        }
        for (int i = from; i < Math.min(text.length(), from + LEAD / 2); i++) {
            if (Character.isWhitespace(text.charAt(i - 1))) {
                return i;
            }
        }
        return wholeCharacter(text, from);
    }

    private static int wholeCharacter(String text, int index) {
        return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
    }
}
