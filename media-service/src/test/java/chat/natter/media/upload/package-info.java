@NullMarked
package chat.natter.media.upload;

import org.jspecify.annotations.NullMarked;
