/** Access tokens: signed here, verified anywhere by the key set. */
@NullMarked
package chat.natter.auth.token;

import org.jspecify.annotations.NullMarked;
