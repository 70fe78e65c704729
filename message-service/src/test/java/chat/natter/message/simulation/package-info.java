/**
 * Both stages on a simulated log that crashes anywhere: what was written to the store survives as a prefix, what was
 * sent leaves as a prefix per topic, and the log is processed again from the last commit.
 */
@NullMarked
package chat.natter.message.simulation;

import org.jspecify.annotations.NullMarked;
