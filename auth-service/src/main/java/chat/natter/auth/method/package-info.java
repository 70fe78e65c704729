/**
 * The ways in which an account can be signed in to: verified numbers and addresses, and identities of other providers.
 */
@NullMarked
package chat.natter.auth.method;

import org.jspecify.annotations.NullMarked;
