package chat.natter.history.message;

import chat.natter.contract.frame.Content;

/** What stands in the archive in place of what the author of an entry said, once the author's account was erased. */
public final class ErasedContent {
    public static final Content NOTHING = Content.ofJson("{\"kind\":\"erased\"}");

    private ErasedContent() {}

    static boolean isIn(ArchivedMessage entry) {
        return entry.content().equals(NOTHING);
    }
}
