@NullMarked
package chat.natter.media.scan;

import org.jspecify.annotations.NullMarked;
