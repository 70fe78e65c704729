/** The services' configuration keys as their sources declare them, and the reference that is generated from it. */
@NullMarked
package chat.natter.deploy.configuration;

import org.jspecify.annotations.NullMarked;
