@NullMarked
package chat.natter.media.storage;

import org.jspecify.annotations.NullMarked;
