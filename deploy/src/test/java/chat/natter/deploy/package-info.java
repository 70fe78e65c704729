/** Checks of what operators get against the code: manifests, images, rules and documents. */
@NullMarked
package chat.natter.deploy;

import org.jspecify.annotations.NullMarked;
