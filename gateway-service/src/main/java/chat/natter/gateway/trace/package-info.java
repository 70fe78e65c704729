/** The steps of messages that are followed from service to service. Does nothing unless it is switched on. */
@NullMarked
package chat.natter.gateway.trace;

import org.jspecify.annotations.NullMarked;
