/**
 * {@code chat.accounts}: whole snapshots with a growing version. MySQL knows which version was acknowledged last, so
 * that nothing is lost between the two.
 */
@NullMarked
package chat.natter.auth.publish;

import org.jspecify.annotations.NullMarked;
