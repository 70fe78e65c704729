package chat.natter.auth.contact;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads an e-mail address as people have them: no quotes, comments or brackets, and nothing that could end a header.
 * Whether it exists, only a code that arrives can tell.
 */
public final class ParseEmailAddress {
    private static final int MAX_LENGTH = 254;
    private static final int MAX_LOCAL = 64;
    private static final Pattern FORM = Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
            + "@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])");

    private ParseEmailAddress() {}

    /** Empty for what is no such address. Upper and lower case make no difference: no provider tells them apart. */
    public static Optional<Contact> parse(String given) {
        String address = given.strip().toLowerCase(Locale.ROOT);
        boolean good = address.length() <= MAX_LENGTH
                && address.indexOf('@') <= MAX_LOCAL
                && FORM.matcher(address).matches();
        return good ? Optional.of(new Contact(Contact.Kind.EMAIL, address)) : Optional.empty();
    }
}
