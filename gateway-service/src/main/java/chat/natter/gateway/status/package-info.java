/** One page for operators, on the management address: whether all is well, and how much goes on. */
@NullMarked
package chat.natter.gateway.status;

import org.jspecify.annotations.NullMarked;
