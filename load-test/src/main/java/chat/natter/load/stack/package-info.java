/**
 * What the parts of the stack did while a scenario measured: CPU and memory, pauses for garbage, records in Kafka and
 * how far their readers were behind. The only package that looks behind the public protocol, and it looks only. Read
 * {@link chat.natter.load.stack.WatchStack} first.
 */
@NullMarked
package chat.natter.load.stack;

import org.jspecify.annotations.NullMarked;
