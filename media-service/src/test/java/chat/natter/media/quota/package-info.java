@NullMarked
package chat.natter.media.quota;

import org.jspecify.annotations.NullMarked;
