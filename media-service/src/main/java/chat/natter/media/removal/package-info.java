/** How files go: by their owner's word, with the account, or because nobody sent them. {@code RemoveMedium} first. */
@NullMarked
package chat.natter.media.removal;

import org.jspecify.annotations.NullMarked;
