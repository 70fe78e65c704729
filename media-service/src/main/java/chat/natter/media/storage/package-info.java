/**
 * Object storage. All that this service knows lies there, beside the bytes:
 *
 * <pre>
 * slots/&lt;id&gt;.json   what was announced; there until the upload is complete
 * uploads/&lt;id&gt;      the bytes of one PUT as the client put them; its presigned address leads here and only here
 * objects/&lt;id&gt;      the verified bytes, which never change: copied here, or joined here from parts
 * media/&lt;id&gt;.json   what they are; its existence is what makes a medium complete
 * </pre>
 */
@NullMarked
package chat.natter.media.storage;

import org.jspecify.annotations.NullMarked;
