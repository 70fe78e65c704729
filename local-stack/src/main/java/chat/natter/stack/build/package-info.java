/** Builds what is missing or stale, resolves the servers, and copies what is about to run. */
@NullMarked
package chat.natter.stack.build;

import org.jspecify.annotations.NullMarked;
