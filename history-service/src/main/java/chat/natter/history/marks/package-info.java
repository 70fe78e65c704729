/**
 * How far members have come, and so who has got and read a message. Read
 * {@link chat.natter.history.marks.ReceiptsResource} first.
 */
@NullMarked
package chat.natter.history.marks;

import org.jspecify.annotations.NullMarked;
