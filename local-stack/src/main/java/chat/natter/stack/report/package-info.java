/** What the person at the terminal sees: progress lines, and failures told in one sentence. */
@NullMarked
package chat.natter.stack.report;

import org.jspecify.annotations.NullMarked;
