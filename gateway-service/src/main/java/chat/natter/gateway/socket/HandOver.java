package chat.natter.gateway.socket;

import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

/** Hands work to another thread, which is never more than so much behind: who brings more waits. */
final class HandOver {
    private final Executor to;
    private final int most;
    private final Semaphore room;

    HandOver(Executor to, int most) {
        this.to = to;
        this.most = most;
        this.room = new Semaphore(most);
    }

    /** Hands over a task of that size. */
    void hand(int size, Runnable task) {
        // One that is larger than everything else goes alone.
        int taken = Math.min(size, most);
        room.acquireUninterruptibly(taken);
        to.execute(() -> {
            try {
                task.run();
            } finally {
                room.release(taken);
            }
        });
    }
}
