/**
 * Who is there. {@code gateways} knows which gateways live, {@code sessions} decides purely, {@code streams} runs the
 * decision on Kafka, {@code lookup} answers over HTTP, {@code problem} words refusals.
 */
@NullMarked
package chat.natter.presence;

import org.jspecify.annotations.NullMarked;
