@NullMarked
package chat.natter.history.erasure;

import org.jspecify.annotations.NullMarked;
