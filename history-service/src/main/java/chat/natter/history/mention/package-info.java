/** Where users were mentioned, so that a list of conversations can say how often since they read. */
@NullMarked
package chat.natter.history.mention;

import org.jspecify.annotations.NullMarked;
