/** For tests of social login: people with an account at another provider, the realm {@code outside}, and a browser. */
@NullMarked
package chat.natter.stack.outside;

import org.jspecify.annotations.NullMarked;
