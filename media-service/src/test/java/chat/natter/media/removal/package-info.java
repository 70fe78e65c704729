@NullMarked
package chat.natter.media.removal;

import org.jspecify.annotations.NullMarked;
