package chat.natter.client.terminal;

import chat.natter.contract.UserId;
import chat.natter.contract.frame.Mentions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is mentioned in a text: {@code @name}, if there is a user of that name, and {@code @all}. */
final class ReadMentions {
    private static final Pattern MENTION = Pattern.compile("(?<![\\w@.])@([A-Za-z0-9][A-Za-z0-9._-]*)");
    private static final String ALL = "all";
    /** More are words to look up than somebody means by it. */
    private static final int MOST = 8;

    private ReadMentions() {}

    static Mentions of(String text, Function<String, Optional<UserId>> find) {
        List<UserId> users = new ArrayList<>();
        boolean all = false;
        Matcher mention = MENTION.matcher(text);
        for (int seen = 0; seen < MOST && mention.find(); seen++) {
            String name = mention.group(1);
            all |= name.equals(ALL);
            if (!name.equals(ALL)) {
                find.apply(name).filter(user -> !users.contains(user)).ifPresent(users::add);
            }
        }
        return new Mentions(users, all);
    }
}
