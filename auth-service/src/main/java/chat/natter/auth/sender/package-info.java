/** How a one-time code reaches a person: one port, and a sender for each way. */
@NullMarked
package chat.natter.auth.sender;

import org.jspecify.annotations.NullMarked;
