package chat.natter.history.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A user's conversations as clients see them. */
record ConversationsJson(List<One> conversations) {
    private static final DateTimeFormatter RFC_3339 =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    ConversationsJson {
        conversations = List.copyOf(conversations);
    }

    /**
     * One of them.
     *
     * @param lastAt absent if the user is no member any more
     * @param read up to where the user has read; absent for nowhere
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record One(
            String conversation,
            long lastSeq,
            @Nullable String lastAt,
            @Nullable Long read) {}

    static ConversationsJson of(List<Progress> all) {
        return new ConversationsJson(all.stream()
                .map(one -> new One(
                        one.conversation().value(),
                        one.lastSeq(),
                        one.lastAt() == null ? null : RFC_3339.format(one.lastAt()),
                        one.read() == 0 ? null : one.read()))
                .toList());
    }
}
