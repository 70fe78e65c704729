@NullMarked
package chat.natter.history.search;

import org.jspecify.annotations.NullMarked;
