/**
 * What uploads, downloads and thumbnails cost beside what the object store alone takes for the same bytes. Read
 * {@link chat.natter.load.media.RunMedia} first.
 */
@NullMarked
package chat.natter.load.media;

import org.jspecify.annotations.NullMarked;
