/**
 * {@code natter load storm}: a crowd of idle sockets vanishes at once and comes back, while some watch it. Read
 * {@link chat.natter.load.storm.RunStorm} first.
 */
@NullMarked
package chat.natter.load.storm;

import org.jspecify.annotations.NullMarked;
