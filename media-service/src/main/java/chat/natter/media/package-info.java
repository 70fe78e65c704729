/**
 * Files that messages refer to. The bytes travel between clients and object storage; this service signs the addresses
 * and verifies what arrived. Read {@code upload.CompleteUpload} first.
 */
@NullMarked
package chat.natter.media;

import org.jspecify.annotations.NullMarked;
