@NullMarked
package chat.natter.media;

import org.jspecify.annotations.NullMarked;
