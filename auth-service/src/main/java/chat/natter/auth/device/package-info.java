/** The devices of an account. */
@NullMarked
package chat.natter.auth.device;

import org.jspecify.annotations.NullMarked;
