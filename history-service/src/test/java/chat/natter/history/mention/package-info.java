@NullMarked
package chat.natter.history.mention;

import org.jspecify.annotations.NullMarked;
