package chat.natter.contract;

import java.util.List;

/**
 * A conversation. Two people's is derived from the pair ({@code d-<lower>-<higher>}; both the same for notes to
 * oneself), so that a first message needs no set-up call and its members need no look-up; a group's is
 * {@code g-<ulid>}, derived from the request that creates it. A topic, {@code t-<ulid>}, is a group of those who
 * publish there: it is read by others too.
 */
public record ConversationId(String value) {
    private static final int DIRECT_LENGTH = 2 + Ulid.LENGTH + 1 + Ulid.LENGTH;
    private static final int SECOND = 2 + Ulid.LENGTH + 1;

    public ConversationId {
        if (!isDirect(value) && !isGroup(value)) {
            throw new InvalidId("conversation id");
        }
    }

    /** The conversation of two people; of one with themselves if both are the same. */
    public static ConversationId direct(UserId one, UserId other) {
        boolean inOrder = one.value().compareTo(other.value()) <= 0;
        UserId lower = inOrder ? one : other;
        UserId higher = inOrder ? other : one;
        return new ConversationId("d-" + lower.value() + "-" + higher.value());
    }

    /** The group that this request creates: a repeat of the request means the same group. */
    public static ConversationId groupOf(MessageId request) {
        return new ConversationId("g-" + Ulid.of(request.value()));
    }

    /** The topic that this request creates. */
    public static ConversationId topicOf(MessageId request) {
        return new ConversationId("t-" + Ulid.of(request.value()));
    }

    /** Whether it has members who come and go; so has a topic. */
    public boolean isGroup() {
        return value.charAt(0) != 'd';
    }

    public boolean isTopic() {
        return value.charAt(0) == 't';
    }

    public boolean isDirect() {
        return value.charAt(0) == 'd';
    }

    /** The members of a direct conversation: two, or one for notes to oneself. */
    public List<UserId> directMembers() {
        UserId lower = new UserId(value.substring(2, 2 + Ulid.LENGTH));
        UserId higher = new UserId(value.substring(SECOND));
        return lower.equals(higher) ? List.of(lower) : List.of(lower, higher);
    }

    /** Whether the user is one of the pair; false for every group. */
    public boolean isBetween(UserId user) {
        return isDirect() && (value.startsWith(user.value(), 2) || value.startsWith(user.value(), SECOND));
    }

    /** The other of the pair; the same user for notes to oneself. */
    public UserId peerOf(UserId user) {
        return new UserId(value.startsWith(user.value(), 2) ? value.substring(SECOND) : value.substring(2, SECOND - 1));
    }

    private static boolean isDirect(String value) {
        if (value.length() != DIRECT_LENGTH || !value.startsWith("d-") || value.charAt(SECOND - 1) != '-') {
            return false;
        }
        String lower = value.substring(2, SECOND - 1);
        String higher = value.substring(SECOND);
        return Ulid.isValid(lower) && Ulid.isValid(higher) && lower.compareTo(higher) <= 0;
    }

    /** Whether that text is the id of a group, which may be a topic. */
    public static boolean isGroup(String value) {
        return value.length() == 2 + Ulid.LENGTH
                && (value.startsWith("g-") || value.startsWith("t-"))
                && Ulid.isValid(value.substring(2));
    }

    @Override
    public String toString() {
        return value;
    }
}
