/** Images and compose file against the code. */
@NullMarked
package chat.natter.deploy.images;

import org.jspecify.annotations.NullMarked;
