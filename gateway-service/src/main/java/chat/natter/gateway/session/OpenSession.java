package chat.natter.gateway.session;

import chat.natter.contract.SessionId;

/** The state of a socket whose client is known. */
final class OpenSession {
    final Identity identity;
    final SessionId id;
    final SendAllowance allowance;
    final ForwardAllowance forwards;
    /** For what was passed on many times already. */
    final ForwardAllowance manyForwards;
    /** The highest position written to the socket: anything at or below it is a repeat. */
    long written;

    boolean synced;

    /** The highest position whose acknowledgement somebody waits for. */
    private long awaited;

    private final int publishAfter;
    private long acknowledged;
    private long published;
    private int writtenSincePublished;

    OpenSession(Identity identity, SessionId id, SessionLimits limits, long position) {
        this.identity = identity;
        this.id = id;
        this.allowance = new SendAllowance(limits.announced().sendsPerSecond(), limits.sendBurst());
        this.forwards = new ForwardAllowance(limits.forwardConversations(), limits.forwardWithin());
        this.manyForwards = new ForwardAllowance(1, limits.forwardWithin());
        this.publishAfter = Math.max(1, limits.announced().window() / 2);
        this.acknowledged = position;
        this.published = position;
        this.written = position;
    }

    /**
     * Whether an entry at that position is new to this socket; remembers it.
     *
     * @param isAwaited whether somebody waits for its acknowledgement
     */
    boolean write(long position, boolean isAwaited) {
        if (position <= written) {
            return false;
        }
        written = position;
        awaited = isAwaited ? position : awaited;
        writtenSincePublished++;
        return true;
    }

    void acknowledge(long position) {
        acknowledged = Math.max(acknowledged, position);
    }

    boolean hasUnpublishedAck() {
        return acknowledged > published;
    }

    /** Whether anything that was written since the last publication has somebody who waits for its acknowledgement. */
    boolean isAckAwaited() {
        return awaited > published;
    }

    /** Half a window is under way: waiting longer could let the delivery stall. */
    boolean mustPublishNow() {
        return writtenSincePublished >= publishAfter;
    }

    long publishAck() {
        published = acknowledged;
        writtenSincePublished = 0;
        return published;
    }
}
