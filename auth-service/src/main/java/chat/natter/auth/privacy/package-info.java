/** Who may know what of an account, and who its contacts are. Applied by presence-service. */
@NullMarked
package chat.natter.auth.privacy;

import org.jspecify.annotations.NullMarked;
