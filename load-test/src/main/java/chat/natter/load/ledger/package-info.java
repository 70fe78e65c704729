/**
 * What a chat promises, checked: {@link chat.natter.load.ledger.DeliveryLedger} writes down what happened,
 * {@link chat.natter.load.ledger.JudgeDeliveries} finds what must not have.
 */
@NullMarked
package chat.natter.load.ledger;

import org.jspecify.annotations.NullMarked;
