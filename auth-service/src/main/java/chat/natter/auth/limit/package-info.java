/** How often one user name and one address may try. */
@NullMarked
package chat.natter.auth.limit;

import org.jspecify.annotations.NullMarked;
