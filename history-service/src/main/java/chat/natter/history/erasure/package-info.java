/**
 * What becomes of the archive when an account is erased. Read {@link chat.natter.history.erasure.EraseContent} first.
 */
@NullMarked
package chat.natter.history.erasure;

import org.jspecify.annotations.NullMarked;
