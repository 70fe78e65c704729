@NullMarked
package chat.natter.history.takeout;

import org.jspecify.annotations.NullMarked;
