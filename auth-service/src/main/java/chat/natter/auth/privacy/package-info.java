/** Who may know what of an account. Applied by presence-service. */
@NullMarked
package chat.natter.auth.privacy;

import org.jspecify.annotations.NullMarked;
