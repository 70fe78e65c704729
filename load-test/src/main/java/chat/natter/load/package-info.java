/**
 * What is asked of Natter as a whole, by the public protocol only: {@code ledger} judges deliveries, and the end-to-end
 * tests are built on it.
 */
@NullMarked
package chat.natter.load;

import org.jspecify.annotations.NullMarked;
