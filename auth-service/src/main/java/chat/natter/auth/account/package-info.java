/** The account as others see it: its name, its display name, finding it. */
@NullMarked
package chat.natter.auth.account;

import org.jspecify.annotations.NullMarked;
