@NullMarked
package chat.natter.history.objects;

import org.jspecify.annotations.NullMarked;
