/** Errors as clients see them: the contract's catalogue in the form of RFC 9457, and nothing else. */
@NullMarked
package chat.natter.history.problem;

import org.jspecify.annotations.NullMarked;
