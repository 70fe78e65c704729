/**
 * The company's archive for whoever has to look through it. Read {@link chat.natter.history.export.WriteArchive} first.
 */
@NullMarked
package chat.natter.history.export;

import org.jspecify.annotations.NullMarked;
