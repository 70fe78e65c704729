/** How much room an account's files, and all files together, may take. */
@NullMarked
package chat.natter.media.quota;

import org.jspecify.annotations.NullMarked;
