@NullMarked
package chat.natter.history.pull;

import org.jspecify.annotations.NullMarked;
