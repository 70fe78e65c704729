/** Finding people by the phone numbers in one's address book. */
@NullMarked
package chat.natter.auth.discovery;

import org.jspecify.annotations.NullMarked;
