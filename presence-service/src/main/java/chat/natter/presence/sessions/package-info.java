/**
 * The rules, in plain Java: {@code (UserSessions, SessionChange) -> (UserSessions, effects)}. Knows no framework, no
 * Kafka and no clock.
 */
@NullMarked
package chat.natter.presence.sessions;

import org.jspecify.annotations.NullMarked;
