package chat.natter.load.reconnect;

import java.net.URI;
import java.time.Duration;

/**
 * What is to be done.
 *
 * @param clients devices that connect, are welcomed, leave and come back, each on its own
 */
record ReconnectPlan(URI edge, int clients, Duration warmUp, Duration duration) {}
