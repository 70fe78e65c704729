/**
 * Who may read a file: its owner, and the members of the conversations to which somebody sent it who could read it;
 * everybody while it is its owner's portrait. {@code WhoMayRead} is the rule; {@code RecordReferences} hears of what
 * was sent and who is where, {@code RecordReaders} of those who follow topics.
 */
@NullMarked
package chat.natter.media.access;

import org.jspecify.annotations.NullMarked;
