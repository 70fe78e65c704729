/** What this service tells on {@code chat.audit}. */
@NullMarked
package chat.natter.history.audit;

import org.jspecify.annotations.NullMarked;
