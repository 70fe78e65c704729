package chat.natter.auth.sender;

import chat.natter.auth.contact.Contact;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Keeps the last code of each recipient, to be read by a developer. Exists in the dev and test profiles only. */
@Singleton
public class Outbox implements CodeSender {
    private static final int MAX = 10_000;

    private final Cache<String, String> codes = Caffeine.newBuilder()
            .maximumSize(MAX)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** Whether this process may have an outbox at all. */
    static boolean isAllowed() {
        return ConfigUtils.isProfileActive("dev") || ConfigUtils.isProfileActive("test");
    }

    @Override
    public void send(Contact to, String code) {
        codes.put(to.address(), code);
    }

    Optional<String> last(Contact to) {
        return Optional.ofNullable(codes.getIfPresent(to.address()));
    }
}
