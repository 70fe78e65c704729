@NullMarked
package chat.natter.history.cassandra;

import org.jspecify.annotations.NullMarked;
