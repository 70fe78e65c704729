/** Which topics users follow. Read {@link chat.natter.history.reader.ReaderStore}. */
@NullMarked
package chat.natter.history.reader;

import org.jspecify.annotations.NullMarked;
