/**
 * Who types, for who looks. Nothing here is stored, replayed or counted: what is lost is said again or is over. Read
 * {@link chat.natter.message.typing.PassOnTyping} first.
 */
@NullMarked
package chat.natter.message.typing;

import org.jspecify.annotations.NullMarked;
