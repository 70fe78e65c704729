/**
 * The socket of {@code natter.v1}. Read {@link chat.natter.client.connection.ChatConnection} first: it owns the I/O;
 * every rule (what to resend, when to acknowledge, when to come back) is a small class of its own without any.
 */
@NullMarked
package chat.natter.client.connection;

import org.jspecify.annotations.NullMarked;
