package chat.natter.history.search;

import chat.natter.contract.UserId;

/**
 * What stands in the index. Words are as they were analysed, stems begin with a tilde, and what is asked for by a
 * filter begins with a control character: neither occurs in a word, so none can be mistaken for another.
 */
final class SearchToken {
    static final String MEDIA = "\u0001media";
    private static final String FROM = "\u0001from:";
    private static final String STEM = "~";

    private SearchToken() {}

    static String stem(String stem) {
        return STEM + stem;
    }

    static String from(UserId user) {
        return FROM + user.value();
    }
}
