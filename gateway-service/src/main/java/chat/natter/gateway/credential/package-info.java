/** Who connects: access tokens and resume tickets, checked without asking anybody. */
@NullMarked
package chat.natter.gateway.credential;

import org.jspecify.annotations.NullMarked;
