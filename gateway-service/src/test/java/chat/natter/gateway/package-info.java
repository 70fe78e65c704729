/** Tests that concern the module as a whole, and the ones on the real broker. */
@NullMarked
package chat.natter.gateway;

import org.jspecify.annotations.NullMarked;
