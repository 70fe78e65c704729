package chat.natter.history.message;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page as clients see it; {@code next} is left out at the end. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record PageJson(List<MessageJson> messages, @Nullable Long next) {
    PageJson {
        messages = List.copyOf(messages);
    }

    static PageJson of(Page page) {
        return new PageJson(
                page.messages().stream().map(MessageJson::of).toList(),
                page.next().isPresent() ? page.next().getAsLong() : null);
    }
}
