package chat.natter.history.marks;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Who of those to whom a message went has got it, and who has read it. */
final class CountReceipts {
    private CountReceipts() {}

    static ReceiptsJson of(long seq, String author, Set<String> audience, List<Mark> marks) {
        List<Mark> concerned = marks.stream()
                .filter(mark -> audience.contains(mark.user()) && !mark.user().equals(author))
                .sorted(Comparator.comparing(Mark::user))
                .toList();
        int others = audience.contains(author) ? audience.size() - 1 : audience.size();
        boolean seesReads = marks.stream().noneMatch(mark -> mark.user().equals(author) && mark.hidden());
        return new ReceiptsJson(
                others,
                concerned.stream()
                        .filter(mark -> mark.delivered() >= seq)
                        .map(Mark::user)
                        .toList(),
                concerned.stream()
                        .filter(mark -> seesReads && !mark.hidden() && mark.read() >= seq)
                        .map(Mark::user)
                        .toList());
    }
}
