package chat.natter.auth.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A name by which people find each other: 3 to 32 of {@code a-z 0-9 _ .}, folded to lower case. Unique. */
public record Username(String value) {
    /** What a client may send, before folding. Only ASCII: folding must not turn a look-alike into another's name. */
    public static final String RULE = "[A-Za-z0-9_.]{3,32}";

    private static final Pattern GIVEN = Pattern.compile(RULE);

    public Username {
        if (!GIVEN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a user name");
        }
        value = value.toLowerCase(Locale.ROOT);
    }

    /** Empty for a text that nobody can have as a name. */
    public static Optional<Username> parse(String given) {
        return GIVEN.matcher(given).matches() ? Optional.of(new Username(given)) : Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
