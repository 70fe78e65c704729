/** What is known of a file: plain, validated values without a framework. */
@NullMarked
package chat.natter.media.item;

import org.jspecify.annotations.NullMarked;
