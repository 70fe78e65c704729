/** Setting, changing and recovering passwords. */
@NullMarked
package chat.natter.auth.password;

import org.jspecify.annotations.NullMarked;
