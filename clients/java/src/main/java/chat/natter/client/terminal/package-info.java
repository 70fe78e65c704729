/**
 * A chat between people in terminals. {@link chat.natter.client.terminal.NatterChat} is the command,
 * {@link chat.natter.client.terminal.Chat} what it does; a {@link chat.natter.client.terminal.Screen} is a terminal or
 * plain lines.
 */
@NullMarked
package chat.natter.client.terminal;

import org.jspecify.annotations.NullMarked;
