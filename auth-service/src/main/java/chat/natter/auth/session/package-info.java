/**
 * Device sessions: opened by a proven identity, continued by a refresh token that is used once, ended by sign-out, by
 * the removal of the device, or by a refresh token that comes twice.
 */
@NullMarked
package chat.natter.auth.session;

import org.jspecify.annotations.NullMarked;
