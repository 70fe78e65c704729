/**
 * The same trials on Natter and on other servers, side by side. {@code trial} asks and checks, knowing only the port
 * {@link chat.natter.load.compare.trial.Contender}; {@code natter} and {@code xmpp} are its two kinds.
 */
@NullMarked
package chat.natter.load.compare;

import org.jspecify.annotations.NullMarked;
