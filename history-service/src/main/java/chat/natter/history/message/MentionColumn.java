package chat.natter.history.message;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Mentions;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is mentioned, as a list of texts: user ids, and a star for everybody. */
final class MentionColumn {
    static final String EVERYBODY = "*";

    private MentionColumn() {}

    static List<String> write(Mentions mentions) {
        return Stream.concat(
                        mentions.users().stream().map(UserId::value),
                        mentions.all() ? Stream.of(EVERYBODY) : Stream.empty())
                .toList();
    }

    static Mentions read(@Nullable List<String> column) {
        if (column == null || column.isEmpty()) {
            return Mentions.NONE;
        }
        return new Mentions(
                column.stream()
                        .filter(one -> !one.equals(EVERYBODY))
                        .map(UserId::new)
                        .toList(),
                column.contains(EVERYBODY));
    }
}
