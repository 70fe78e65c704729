/** Following topics. Read {@link chat.natter.history.topic.FollowTopic} first. */
@NullMarked
package chat.natter.history.topic;

import org.jspecify.annotations.NullMarked;
