/** {@code GET /v1/users/{id}/presence}: from the local store, or from the instance that owns the user. */
@NullMarked
package chat.natter.presence.lookup;

import org.jspecify.annotations.NullMarked;
