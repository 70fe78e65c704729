/** Counters of what was asked and how it ended. */
@NullMarked
package chat.natter.auth.metric;

import org.jspecify.annotations.NullMarked;
