@NullMarked
package chat.natter.history.personal;

import org.jspecify.annotations.NullMarked;
