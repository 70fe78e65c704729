/** What operators see: health, and how many entries wait for a user. Served on the management address only. */
@NullMarked
package chat.natter.message.operations;

import org.jspecify.annotations.NullMarked;
