/** The end of an account, and a copy of what is known about it before. */
@NullMarked
package chat.natter.auth.erasure;

import org.jspecify.annotations.NullMarked;
