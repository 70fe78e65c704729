/**
 * The Java client of Natter: {@code rest} for calls, {@code connection} for the socket, {@code terminal} for people.
 */
@NullMarked
package chat.natter.client;

import org.jspecify.annotations.NullMarked;
