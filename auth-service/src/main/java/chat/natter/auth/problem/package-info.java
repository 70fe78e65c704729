/**
 * How this service says no: every refusal, outage and fault leaves as RFC 9457 problem+json with a code of the
 * contract's catalogue, whatever its origin.
 */
@NullMarked
package chat.natter.auth.problem;

import org.jspecify.annotations.NullMarked;
