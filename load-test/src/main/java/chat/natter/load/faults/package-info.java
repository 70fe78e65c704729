/**
 * Load, and troubles one after another: what was acknowledged must arrive all the same. Read
 * {@link chat.natter.load.faults.RunFaults} first; {@link chat.natter.load.faults.DrawTroubles} decides what happens,
 * {@link chat.natter.load.ledger.JudgeDeliveries} what came of it.
 */
@NullMarked
package chat.natter.load.faults;

import org.jspecify.annotations.NullMarked;
