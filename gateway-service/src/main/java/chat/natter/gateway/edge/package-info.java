/** The public REST edge: a reverse proxy to the services. */
@NullMarked
package chat.natter.gateway.edge;

import org.jspecify.annotations.NullMarked;
