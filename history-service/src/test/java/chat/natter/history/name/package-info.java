@NullMarked
package chat.natter.history.name;

import org.jspecify.annotations.NullMarked;
