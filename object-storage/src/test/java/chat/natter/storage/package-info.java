@NullMarked
package chat.natter.storage;

import org.jspecify.annotations.NullMarked;
