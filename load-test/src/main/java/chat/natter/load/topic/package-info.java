/** Thousands who read one topic. Read {@link chat.natter.load.topic.RunTopic} first. */
@NullMarked
package chat.natter.load.topic;

import org.jspecify.annotations.NullMarked;
