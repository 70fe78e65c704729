package chat.natter.auth.privacy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** To whom something is shown; the names are what the database keeps. Blocked users belong to none. */
public enum Audience {
    EVERYONE,
    CONTACTS,
    NOBODY;

    /** The word in JSON. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
