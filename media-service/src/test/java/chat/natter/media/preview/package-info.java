@NullMarked
package chat.natter.media.preview;

import org.jspecify.annotations.NullMarked;
