package chat.natter.history.cassandra;

import java.util.regex.Pattern;

/** A keyspace name that needs no quoting, so that it may be put into a statement's text. */
record KeyspaceName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,47}");

    KeyspaceName {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "natter.cassandra.keyspace must be 1 to 48 lower-case letters, digits and underscores");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
