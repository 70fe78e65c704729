/**
 * Groups as far as their log tells: who was a member when, what they are called. Read
 * {@link chat.natter.history.group.FoldMembership} first.
 */
@NullMarked
package chat.natter.history.group;

import org.jspecify.annotations.NullMarked;
