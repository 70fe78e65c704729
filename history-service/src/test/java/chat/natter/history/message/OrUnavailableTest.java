package chat.natter.history.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.datastax.oss.driver.api.core.DriverTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

final class OrUnavailableTest {
    private final DriverTimeoutException timeout = new DriverTimeoutException("too late");

    @Test
    void givesWhatWasRead() {
        assertThat(OrUnavailable.read(() -> "read")).isEqualTo("read");
    }

    @Test
    void tellsThatTheStoreIsAwayHoweverItWasAsked() {
        assertThatThrownBy(() -> OrUnavailable.read(() -> {
                    throw timeout;
                }))
                .isInstanceOf(StoreUnavailable.class);
        assertThatThrownBy(() -> OrUnavailable.read(
                        () -> CompletableFuture.failedFuture(timeout).join()))
                .isInstanceOf(StoreUnavailable.class);
    }

    @Test
    void doesNotCallAFaultOfOursAnOutage() {
        assertThatThrownBy(() -> OrUnavailable.read(() -> CompletableFuture.failedFuture(new IllegalStateException())
                        .join()))
                .isInstanceOf(CompletionException.class);
    }
}
