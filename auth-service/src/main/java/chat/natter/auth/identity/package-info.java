/**
 * Keycloak, which alone knows passwords. An identity is enabled only after an account row names it; so a disabled
 * identity that no row names is a left-over of ours, and an enabled one without a row is somebody else's.
 */
@NullMarked
package chat.natter.auth.identity;

import org.jspecify.annotations.NullMarked;
