/**
 * A user's own messages as one file for themselves: JSON Lines for programs, HTML for people. Read
 * {@link chat.natter.history.takeout.WritePackage} first.
 */
@NullMarked
package chat.natter.history.takeout;

import org.jspecify.annotations.NullMarked;
