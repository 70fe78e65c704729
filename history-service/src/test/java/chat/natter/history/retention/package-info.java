@NullMarked
package chat.natter.history.retention;

import org.jspecify.annotations.NullMarked;
