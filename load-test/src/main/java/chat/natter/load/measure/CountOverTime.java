package chat.natter.load.measure;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often something happened in each second; a second in which it did not is left out. */
public record CountOverTime(String what, SortedMap<Long, Long> perSecond) {
    public CountOverTime {
        perSecond = Collections.unmodifiableSortedMap(new TreeMap<>(perSecond));
    }

    /** The most in any second. */
    public long most() {
        return perSecond.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
