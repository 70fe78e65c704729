/**
 * What users set for themselves: conversations muted, archived, pinned or marked as unread, messages starred or deleted
 * for oneself. Every change is told to all devices of the user. Read {@link chat.natter.history.personal.PersonalStore}
 * first.
 */
@NullMarked
package chat.natter.history.personal;

import org.jspecify.annotations.NullMarked;
