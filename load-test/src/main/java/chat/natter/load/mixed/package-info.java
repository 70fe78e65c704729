/**
 * {@code natter load mixed}: a day of people, everything that they do beside each other. Read
 * {@link chat.natter.load.mixed.RunMixed} first.
 */
@NullMarked
package chat.natter.load.mixed;

import org.jspecify.annotations.NullMarked;
