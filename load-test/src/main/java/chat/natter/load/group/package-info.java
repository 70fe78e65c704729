/** Messages to a group of online members. Read {@link chat.natter.load.group.RunGroup} first. */
@NullMarked
package chat.natter.load.group;

import org.jspecify.annotations.NullMarked;
