/** What pictures tell of where, when and by whom they were taken, and how it is taken out of them. */
@NullMarked
package chat.natter.media.metadata;

import org.jspecify.annotations.NullMarked;
