package chat.natter.history.message;

import chat.natter.contract.ConversationId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * The slices to read for one page, in reading order. Their number is bounded: a stretch in which everything has expired
 * costs a request a few empty partitions, and the client goes on from {@code resume}.
 *
 * @param resume where to go on if all slices were read and the page is still not full; empty at the conversation's end
 */
record PagePlan(List<Slice> slices, OptionalLong resume) {
    static final int MAX_SLICES = 8;

    PagePlan {
        slices = List.copyOf(slices);
    }

    /** @param lastSeq the highest number that the conversation has */
    static PagePlan of(ConversationId conversation, PageRequest request, long lastSeq) {
        return request.direction() == Direction.OLDER
                ? older(conversation, Math.min(request.bound() - 1, lastSeq))
                : newer(conversation, Math.min(request.bound(), lastSeq) + 1, lastSeq);
    }

    private static PagePlan older(ConversationId conversation, long from) {
        List<Slice> slices = new ArrayList<>();
        long last = from;
        while (last >= 1 && slices.size() < MAX_SLICES) {
            long first = Math.max(1, Buckets.firstSeq(Buckets.of(last)));
            slices.add(new Slice(conversation, Direction.OLDER, first, last));
            last = first - 1;
        }
        return new PagePlan(slices, last >= 1 ? OptionalLong.of(last + 1) : OptionalLong.empty());
    }

    private static PagePlan newer(ConversationId conversation, long from, long lastSeq) {
        List<Slice> slices = new ArrayList<>();
        long first = from;
        while (first <= lastSeq && slices.size() < MAX_SLICES) {
            long last = Math.min(lastSeq, Buckets.lastSeq(Buckets.of(first)));
            slices.add(new Slice(conversation, Direction.NEWER, first, last));
            first = last + 1;
        }
        return new PagePlan(slices, first <= lastSeq ? OptionalLong.of(first - 1) : OptionalLong.empty());
    }
}
