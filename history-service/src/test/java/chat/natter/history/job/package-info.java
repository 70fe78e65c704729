@NullMarked
package chat.natter.history.job;

import org.jspecify.annotations.NullMarked;
