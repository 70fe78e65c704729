/**
 * The rules of groups, without store and log: {@code (group, command) -> change or refusal}, and {@code (group, change)
 * -> group}. Read {@link chat.natter.message.group.DecideChange} first.
 */
@NullMarked
package chat.natter.message.group;

import org.jspecify.annotations.NullMarked;
