/** Uploads of whole files, large ones in parts that survive a break; {@code UploadFile} first. */
@NullMarked
package chat.natter.client.media;

import org.jspecify.annotations.NullMarked;
