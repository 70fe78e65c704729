/**
 * The frames of {@code natter.v1} and their JSON form: one object per WebSocket text frame. Read
 * {@link chat.natter.contract.frame.ClientFrame} and {@link chat.natter.contract.frame.ServerFrame} first.
 */
@NullMarked
package chat.natter.contract.frame;

import org.jspecify.annotations.NullMarked;
