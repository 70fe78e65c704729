/** Users whom an account has named: those that it blocks, and its contacts. */
@NullMarked
package chat.natter.auth.userlist;

import org.jspecify.annotations.NullMarked;
