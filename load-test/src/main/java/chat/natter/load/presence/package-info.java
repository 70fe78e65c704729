/**
 * {@code natter load presence}: people who watch each other come, go and put their apps aside; in the end each view has
 * to be true. Read {@link chat.natter.load.presence.Truth} and {@link chat.natter.load.presence.JudgeViews} first.
 */
@NullMarked
package chat.natter.load.presence;

import org.jspecify.annotations.NullMarked;
