/** What the next release must still understand of the last one. */
@NullMarked
package chat.natter.deploy.compatibility;

import org.jspecify.annotations.NullMarked;
