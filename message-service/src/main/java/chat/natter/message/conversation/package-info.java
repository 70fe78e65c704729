/**
 * The conversation stage: one owner per conversation checks, orders and fans out. Read
 * {@link chat.natter.message.conversation.ConversationStage} first.
 *
 * <p>Keys of its store, in one changelog, so that a crash leaves a prefix of its writes:
 *
 * <pre>
 * c&lt;conversation&gt;                       Conversation: seq, admission
 * g&lt;conversation&gt;                       Group: members, settings; only of groups
 * p&lt;conversation&gt;&lt;offset+1&gt;           Parked: commands that wait for the verdict
 * r&lt;conversation&gt;&lt;device&gt;&lt;message&gt;  Accepted: what a repeat is answered with
 * </pre>
 */
@NullMarked
package chat.natter.message.conversation;

import org.jspecify.annotations.NullMarked;
