package chat.natter.presence.privacy;

/** To whom a user shows something. Blocked users belong to no audience. */
public enum Audience {
    EVERYONE,
    /** Those on the user's own list of contacts. */
    CONTACTS,
    NOBODY
}
