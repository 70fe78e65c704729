@NullMarked
package chat.natter.media.access;

import org.jspecify.annotations.NullMarked;
