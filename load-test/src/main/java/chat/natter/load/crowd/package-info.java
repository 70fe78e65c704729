/**
 * Thousands of idle devices in one process, whose people never signed up. Read
 * {@link chat.natter.load.crowd.CrowdSocket}.
 */
@NullMarked
package chat.natter.load.crowd;

import org.jspecify.annotations.NullMarked;
