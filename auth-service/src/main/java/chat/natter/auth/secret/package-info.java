/** Random text that stands for something, and what we keep of it. */
@NullMarked
package chat.natter.auth.secret;

import org.jspecify.annotations.NullMarked;
