@NullMarked
package chat.natter.history.export;

import org.jspecify.annotations.NullMarked;
