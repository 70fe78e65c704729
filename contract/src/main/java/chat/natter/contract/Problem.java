package chat.natter.contract;

import java.util.Locale;
import java.util.Optional;

/**
 * Everything that can be refused, in one catalogue: socket errors, REST errors (RFC 9457) and metric tags use the same
 * stable code, which is the constant's name in lower case. Codes are never renamed.
 */
public enum Problem {
    BAD_FRAME(400, "The frame is not a JSON object of the announced form."),
    UNKNOWN_TYPE(400, "The frame has a type that this server does not know."),
    BAD_REQUEST(400, "The request is malformed or a field is out of range."),
    UNAUTHENTICATED(401, "The credentials are missing, wrong, expired or revoked."),
    WRONG_CODE(403, "The code is wrong."),
    FORBIDDEN(403, "You may not do that."),
    NOT_A_MEMBER(403, "You are not a member of this conversation."),
    QUOTA_EXCEEDED(403, "There is no room left for that."),
    NOT_AN_ADMIN(403, "Only admins of the group may do that."),
    NOT_A_PUBLISHER(403, "Only those who publish in the topic may do that."),
    NOT_THE_AUTHOR(403, "Only who wrote the message may do that."),
    BLOCKED(403, "The recipient does not accept messages from you."),
    NOT_FOUND(404, "There is nothing at this address."),
    CONVERSATION_UNKNOWN(404, "There is no such conversation."),
    USER_UNKNOWN(404, "There is no such user."),
    TARGET_UNKNOWN(404, "There is no such message to act on."),
    METHOD_NOT_ALLOWED(405, "This address does not take that method."),
    CONFLICT(409, "That is taken, or has changed in the meantime."),
    LINK_PENDING(409, "No device has approved the link yet."),
    DEVICE_LIMIT(409, "The account has as many devices as it may have."),
    TOO_LATE(409, "The time in which that was possible is over."),
    GROUP_FULL(409, "The group cannot have more members."),
    TOO_MANY(409, "There are as many of them as there may be."),
    GONE(410, "That existed and does no longer."),
    TOO_LARGE(413, "That is larger than the announced limit."),
    UNSUPPORTED_MEDIA_TYPE(415, "This address does not take that media type."),
    REJECTED(422, "The file is not what it was said to be, or is not allowed here."),
    RATE_LIMITED(429, "Too many requests. Try again later."),
    INTERNAL(500, "Something failed on our side."),
    UNAVAILABLE(503, "The service cannot do that right now. Try again later.");

    private static final String TYPE_PREFIX = "urn:natter:problem:";

    private final int httpStatus;
    private final String title;

    Problem(int httpStatus, String title) {
        this.httpStatus = httpStatus;
        this.title = title;
    }

    /** The stable lower_snake word. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** One sentence for people; clients decide by {@link #code()}. */
    public String title() {
        return title;
    }

    /** The {@code type} of RFC 9457. */
    public String type() {
        return TYPE_PREFIX + code();
    }

    /** The problem of that code, if this version knows it. */
    public static Optional<Problem> ofCode(String code) {
        for (Problem problem : values()) {
            if (problem.code().equals(code)) {
                return Optional.of(problem);
            }
        }
        return Optional.empty();
    }
}
