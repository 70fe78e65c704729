package chat.natter.deploy.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One key of a service.
 *
 * @param required whether the service does not start without it
 * @param bounds what a value must be beside its type, such as {@code 1 to 64}
 */
public record ConfigurationKey(
        String name,
        String type,
        Optional<String> defaultValue,
        boolean required,
        List<String> bounds,
        String description) {

    /** The environment variable that sets it. */
    public String variable() {
        return variable(name);
    }

    /** The environment variable that sets a key: MicroProfile Config's rule. */
    public static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
