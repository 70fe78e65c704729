package chat.natter.history.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A page as clients see it; {@code previous} and {@code next} are left out at the ends. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageJson(
        List<MessageJson> messages,
        @Nullable Long previous,
        @Nullable Long next) {
    PageJson {
        messages = List.copyOf(messages);
    }

    static PageJson of(Page page, List<FoldedMessage> messages, Set<Long> starred) {
        return new PageJson(
                messages.stream()
                        .map(folded -> MessageJson.of(
                                folded, starred.contains(folded.message().seq())))
                        .toList(),
                orNull(page.previous()),
                orNull(page.next()));
    }

    private static @Nullable Long orNull(OptionalLong bound) {
        return bound.isPresent() ? bound.getAsLong() : null;
    }
}
