/**
 * Which conversations a user has and how far they have come: what a device that was away asks first. Read
 * {@link chat.natter.history.overview.ConversationsResource} first.
 */
@NullMarked
package chat.natter.history.overview;

import org.jspecify.annotations.NullMarked;
