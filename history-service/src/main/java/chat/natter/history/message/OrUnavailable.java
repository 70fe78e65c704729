package chat.natter.history.message;

import com.datastax.oss.driver.api.core.DriverException;
import com.datastax.oss.driver.api.core.servererrors.QueryValidationException;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** Tells an outage of Cassandra from a fault of ours. */
public final class OrUnavailable {
    private OrUnavailable() {}

    /** What was read, also by joining futures; throws {@link StoreUnavailable} if the store could not answer. */
    public static <T> T read(Supplier<T> read) {
        try {
            return read.get();
        } catch (QueryValidationException e) {
            // Cassandra answers, and says that the statement is wrong: a fault of ours, not an outage.
            throw e;
        } catch (DriverException e) {
            throw new StoreUnavailable(e);
        } catch (CompletionException e) {
            if (e.getCause() instanceof DriverException cause && !(cause instanceof QueryValidationException)) {
                throw new StoreUnavailable(cause);
            }
            throw e;
        }
    }
}
