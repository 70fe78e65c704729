/** The fixture for integration tests: {@link chat.natter.stack.LocalStack}. */
@NullMarked
package chat.natter.stack;

import org.jspecify.annotations.NullMarked;
