/** Users from whom an account wants to hear nothing. */
@NullMarked
package chat.natter.auth.block;

import org.jspecify.annotations.NullMarked;
