@NullMarked
package chat.natter.history.audit;

import org.jspecify.annotations.NullMarked;
