/** Who is calling: the bearer of an access token whose device session still stands. */
@NullMarked
package chat.natter.auth.caller;

import org.jspecify.annotations.NullMarked;
