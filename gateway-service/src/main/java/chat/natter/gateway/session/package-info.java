/**
 * The rules of one socket, without sockets, Kafka or threads. Read {@link chat.natter.gateway.session.ClientSession}
 * first.
 */
@NullMarked
package chat.natter.gateway.session;

import org.jspecify.annotations.NullMarked;
