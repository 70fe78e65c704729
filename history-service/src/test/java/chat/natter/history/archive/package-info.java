@NullMarked
package chat.natter.history.archive;

import org.jspecify.annotations.NullMarked;
