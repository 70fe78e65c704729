package chat.natter.history.job;

import chat.natter.history.problem.Refusal;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Does something on a thread of its own, again and again until it is stopped, whatever becomes of one time. */
public final class Repeat {
    private static final Logger LOG = Logger.getLogger(Repeat.class);

    private final String name;
    private final Duration pause;
    private final Runnable what;
    private final Semaphore wanted = new Semaphore(0);
    private final Thread thread;
    private volatile boolean stopping;

    public Repeat(String name, Duration pause, Runnable what) {
        this.name = name;
        this.pause = pause;
        this.what = what;
        this.thread = new Thread(this::repeat, name);
    }

    public void start() {
        thread.setDaemon(true);
        thread.start();
    }

    /** Not to pause any longer. */
    public void soon() {
        wanted.release();
    }

    public void stop() {
        stopping = true;
        wanted.release();
    }

    /** Waits until what is being done has ended, but no longer than that. */
    public void stop(Duration atMost) {
        stop();
        try {
            thread.join(atMost.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isStopping() {
        return stopping;
    }

    private void repeat() {
        try {
            while (!stopping) {
                once();
                if (wanted.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                    wanted.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void once() {
        try {
            what.run();
        } catch (Refusal e) {
            // A store is away; whoever needs it for a request reports that.
            LOG.debugf(e, "%s has to wait", name);
        } catch (RuntimeException e) {
            LOG.errorf(e, "%s failed, trying again", name);
        }
    }
}
