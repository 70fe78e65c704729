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
    private final FindMoment findMoment;
    private final Clock clock;

    ReadPage(MessageStore store, FindMoment findMoment, Clock clock) {
        this.store = store;
        this.findMoment = findMoment;
        this.clock = clock;
    }

    /** The page of what is visible to the reader; {@code visible} is not nothing. */
    Page read(ConversationId conversation, PageQuery query, Visible visible) {
        OptionalLong lastSeq = store.lastSeq(conversation);
        return lastSeq.isEmpty()
                ? Page.EMPTY
                : read(conversation, query, visible, Math.min(lastSeq.getAsLong(), visible.last()));
    }

    private Page read(ConversationId conversation, PageQuery query, Visible visible, long lastSeq) {
        if (query instanceof PageQuery.Around around) {
            long first = first(conversation, around.place(), lastSeq);
            return around(conversation, first, around.limit(), visible, lastSeq);
        }
        if (query instanceof PageQuery.Beside beside) {
            long first = first(conversation, beside.place(), lastSeq);
            // After a moment comes what was accepted at it; after a message comes the next one.
            boolean inclusive = beside.direction() == Direction.NEWER && beside.place() instanceof Place.Moment;
            return read(
                    conversation,
                    new PageRequest(beside.direction(), inclusive ? first - 1 : first, beside.limit()),
                    visible,
                    lastSeq);
        }
        return read(conversation, PageRequest.newest(((PageQuery.Newest) query).limit()), visible, lastSeq);
    }

    /** Half of the page lies before the place, and more of it where too little comes after. */
    private Page around(ConversationId conversation, long first, int limit, Visible visible, long lastSeq) {
        PageRequest after = PageRequest.after(Math.max(0, first - 1), limit - limit / 2);
        Page newer = read(conversation, after, visible, lastSeq);
        PageRequest before = PageRequest.before(first, limit - newer.messages().size());
        Page older = read(conversation, before, visible, lastSeq);
        List<ArchivedMessage> messages = new ArrayList<>(older.messages());
        messages.addAll(newer.messages());
        return new Page(messages, older.next(), newer.next());
    }

    private long first(ConversationId conversation, Place place, long lastSeq) {
        return place instanceof Place.Moment moment
                ? findMoment.firstSeqAt(conversation, moment.time(), lastSeq)
                : ((Place.Seq) place).seq();
    }

    /** @param lastSeq what is beyond is not asked for */
    Page read(ConversationId conversation, PageRequest request, Visible visible, long lastSeq) {
        PagePlan plan = PagePlan.of(conversation, request, lastSeq);
        List<ArchivedMessage> found = new ArrayList<>();
        OptionalLong next = plan.resume();
        Instant now = clock.instant();
        int wanted = request.limit();
        for (Slice slice : plan.slices()) {
            SliceRows rows = store.read(slice, wanted);
            rows.messages().stream()
                    .filter(message -> !message.isExpiredAt(now) && visible.contains(message.seq()))
                    .forEach(found::add);
            wanted -= rows.messages().size();
            if (!rows.complete() || wanted == 0) {
                next = after(rows, slice, lastSeq);
                break;
            }
        }
        if (request.direction() == Direction.OLDER) {
            Collections.reverse(found);
            if (next.isPresent() && next.getAsLong() <= visible.first()) {
                next = OptionalLong.empty();
            }
        }
        return new Page(found, OptionalLong.empty(), next);
    }

    private static OptionalLong after(SliceRows rows, Slice slice, long lastSeq) {
        // A store that stops early has found at least one row; without any the reader would turn in a circle.
        int count = rows.messages().size();
        long edge = count == 0 ? slice.end() : rows.messages().get(count - 1).seq();
        boolean atEnd = slice.direction() == Direction.OLDER ? edge <= 1 : edge >= lastSeq;
        return atEnd ? OptionalLong.empty() : OptionalLong.of(edge);
    }
}
