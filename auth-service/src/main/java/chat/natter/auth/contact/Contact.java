package chat.natter.auth.contact;

/** Where a person can be reached, in one spelling only: E.164 for a number, lower case for an e-mail address. */
public record Contact(Kind kind, String address) {
    /** What kinds there are; the names are what the database keeps. */
    public enum Kind {
        PHONE,
        EMAIL
    }

    /** Never the address: phone numbers do not belong in logs. */
    @Override
    public String toString() {
        return "Contact[" + kind + "]";
    }
}
