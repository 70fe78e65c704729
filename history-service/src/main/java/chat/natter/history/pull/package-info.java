/**
 * Parts of logs for sockets: gateways ask on {@code chat.pulls}, and the answer goes to the delivery topic of the
 * gateway that asked. Read {@link chat.natter.history.pull.AnswerPull} first.
 */
@NullMarked
package chat.natter.history.pull;

import org.jspecify.annotations.NullMarked;
