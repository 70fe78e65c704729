/**
 * Proves that somebody reads a phone number or mailbox: a code is sent, and exchanged for a proof that is good once.
 */
@NullMarked
package chat.natter.auth.verification;

import org.jspecify.annotations.NullMarked;
