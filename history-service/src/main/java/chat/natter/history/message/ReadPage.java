package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;

/** Reads one page with a bounded number of bounded queries, whatever the length of the conversation. */
@Singleton
final class ReadPage {
    private final MessageStore store;
    private final Clock clock;

    ReadPage(MessageStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Page read(ConversationId conversation, PageRequest request) {
        OptionalLong lastSeq = store.lastSeq(conversation);
        if (lastSeq.isEmpty()) {
            return Page.EMPTY;
        }
        PagePlan plan = PagePlan.of(conversation, request, lastSeq.getAsLong());
        List<ArchivedMessage> found = new ArrayList<>();
        OptionalLong next = plan.resume();
        Instant now = clock.instant();
        int wanted = request.limit();
        for (Slice slice : plan.slices()) {
            SliceRows rows = store.read(slice, wanted);
            rows.messages().stream()
                    .filter(message -> !message.isExpiredAt(now))
                    .forEach(found::add);
            wanted -= rows.messages().size();
            if (!rows.complete() || wanted == 0) {
                next = after(rows, slice, lastSeq.getAsLong());
                break;
            }
        }
        if (request.direction() == Direction.OLDER) {
            Collections.reverse(found);
        }
        return new Page(found, next);
    }

    private static OptionalLong after(SliceRows rows, Slice slice, long lastSeq) {
        // A store that stops early has found at least one row; without any the reader would turn in a circle.
        int count = rows.messages().size();
        long edge = count == 0 ? slice.end() : rows.messages().get(count - 1).seq();
        boolean atEnd = slice.direction() == Direction.OLDER ? edge <= 1 : edge >= lastSeq;
        return atEnd ? OptionalLong.empty() : OptionalLong.of(edge);
    }
}
