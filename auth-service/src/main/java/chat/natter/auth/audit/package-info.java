/** What happened to the security of an account: kept for its owner, told to {@code chat.audit} and to the devices. */
@NullMarked
package chat.natter.auth.audit;

import org.jspecify.annotations.NullMarked;
