/**
 * {@code natter load rolling}: every gateway is restarted, one after the other, under load. Read
 * {@link chat.natter.load.rolling.RunRolling} first.
 */
@NullMarked
package chat.natter.load.rolling;

import org.jspecify.annotations.NullMarked;
