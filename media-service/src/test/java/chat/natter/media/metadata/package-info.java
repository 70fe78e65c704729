@NullMarked
package chat.natter.media.metadata;

import org.jspecify.annotations.NullMarked;
