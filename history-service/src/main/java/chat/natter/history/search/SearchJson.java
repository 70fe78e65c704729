package chat.natter.history.search;

import chat.natter.history.message.MessageJson;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Hits as clients see them; {@code next} is left out at the end. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SearchJson(List<HitJson> hits, @Nullable String next) {
    SearchJson {
        hits = List.copyOf(hits);
    }

    static SearchJson of(SearchPage page) {
        return new SearchJson(
                page.hits().stream().map(HitJson::of).toList(),
                page.next().map(SearchCursor::text).orElse(null));
    }

    record HitJson(MessageJson message, Snippet snippet) {
        static HitJson of(SearchPage.Hit hit) {
            return new HitJson(
                    MessageJson.of(hit.message()),
                    Snippet.of(hit.match().text(), hit.match().ranges()));
        }
    }
}
