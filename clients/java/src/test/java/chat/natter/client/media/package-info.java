@NullMarked
package chat.natter.client.media;

import org.jspecify.annotations.NullMarked;
