/** The WebSocket server: Vert.x on the outside, one {@link chat.natter.gateway.session.ClientSession} per socket. */
@NullMarked
package chat.natter.gateway.socket;

import org.jspecify.annotations.NullMarked;
