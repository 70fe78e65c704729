@NullMarked
package chat.natter.media.item;

import org.jspecify.annotations.NullMarked;
