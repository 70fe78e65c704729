/** Who may do what users may not. */
@NullMarked
package chat.natter.history.admin;

import org.jspecify.annotations.NullMarked;
