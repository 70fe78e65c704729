@NullMarked
package chat.natter.history.admin;

import org.jspecify.annotations.NullMarked;
