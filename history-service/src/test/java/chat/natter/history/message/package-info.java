@NullMarked
package chat.natter.history.message;

import org.jspecify.annotations.NullMarked;
