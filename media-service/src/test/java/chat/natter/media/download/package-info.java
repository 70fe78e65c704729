@NullMarked
package chat.natter.media.download;

import org.jspecify.annotations.NullMarked;
