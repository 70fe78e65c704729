/** What every scenario measures in the same way: times with {@link chat.natter.load.measure.Latency}. */
@NullMarked
package chat.natter.load.measure;

import org.jspecify.annotations.NullMarked;
