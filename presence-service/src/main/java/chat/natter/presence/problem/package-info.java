/** Words every refusal as RFC 9457 problem+json from the shared catalogue. */
@NullMarked
package chat.natter.presence.problem;

import org.jspecify.annotations.NullMarked;
