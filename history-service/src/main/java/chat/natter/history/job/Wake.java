package chat.natter.history.job;

import jakarta.inject.Singleton;

/** Wakes the runner of this instance, if it has one that sleeps. */
@Singleton
final class Wake {
    private volatile Runnable up = () -> {};

    void sleeper(Runnable wakeUp) {
        up = wakeUp;
    }

    void up() {
        up.run();
    }
}
