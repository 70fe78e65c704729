package chat.natter.load.faults;

import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.ApiUnreachable;
import chat.natter.contract.Problem;
import java.time.Duration;

/**
 * Something that the REST edge is asked again and again. It may be unavailable while something is broken, and says so;
 * everything else but an answer is a fault.
 */
final class Question {
    /** One attempt; throws what the client library throws. */
    interface Ask {
        void once();
    }

    private final String name;
    private final Duration pause;
    private final Ask ask;
    private final Records records;
    /** When the newest attempt that was answered had begun. */
    private volatile long answered = Long.MIN_VALUE;

    Question(String name, Duration pause, Ask ask, Records records) {
        this.name = name;
        this.pause = pause;
        this.ask = ask;
        this.records = records;
    }

    /** Between two attempts. */
    Duration pause() {
        return pause;
    }

    String name() {
        return name;
    }

    boolean isAnsweredSince(long moment) {
        return answered > moment;
    }

    void ask() {
        long began = System.nanoTime();
        try {
            ask.once();
            answered = began;
        } catch (ApiUnreachable e) {
            records.note("unreachable", name);
        } catch (ApiRefused e) {
            if (e.problem().filter(problem -> problem == Problem.UNAVAILABLE).isPresent()) {
                records.note("unavailable", name);
            } else {
                records.unwanted(name, "status " + e.status() + ", " + e.code() + ": " + e.getMessage());
            }
        } catch (RuntimeException e) {
            records.unwanted(name, e.toString());
        }
    }
}
