@NullMarked
package chat.natter.history;

import org.jspecify.annotations.NullMarked;
