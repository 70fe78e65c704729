package chat.natter.history.overview;

import chat.natter.history.message.MessageJson;
import org.jspecify.annotations.Nullable;

/**
 * What a list of conversations shows of one.
 *
 * @param unread messages of others behind the read mark; {@link #MOST} stands for as many or more
 * @param mentions those behind the read mark that mention the user;
 *     {@link chat.natter.history.mention.CountMentions#MOST} stands for as many or more
 * @param last the newest message; null if there is none
 */
record Details(int unread, int mentions, @Nullable MessageJson last) {
    static final int MOST = 100;
}
