/** Whom an account blocks, and whom it counts among its contacts. */
@NullMarked
package chat.natter.auth.people;

import org.jspecify.annotations.NullMarked;
