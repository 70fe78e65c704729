/** Signing in on a new device by a code that one that is signed in approves. */
@NullMarked
package chat.natter.auth.link;

import org.jspecify.annotations.NullMarked;
