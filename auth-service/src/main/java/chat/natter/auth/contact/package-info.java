/** Phone numbers and e-mail addresses as values: what is not one does not become one. */
@NullMarked
package chat.natter.auth.contact;

import org.jspecify.annotations.NullMarked;
