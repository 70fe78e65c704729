/** Errors as clients see them: the contract's catalogue in the form of RFC 9457, and nothing else. */
@NullMarked
package chat.natter.media.problem;

import org.jspecify.annotations.NullMarked;
