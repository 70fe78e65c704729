/**
 * Object storage. All that this service knows lies there, beside the bytes:
 *
 * <pre>
 * slots/&lt;id&gt;.json   what was announced; there until the upload is complete
 * uploads/&lt;id&gt;      the bytes of one PUT as the client put them; its presigned address leads here and only here
 * objects/&lt;id&gt;      the verified bytes, which never change: copied here, or joined here from parts
 * media/&lt;id&gt;.json   what they are; its existence is what makes a medium complete
 * previews/&lt;id&gt;.json, thumbnails/&lt;id&gt;   what is seen before the file is loaded
 *
 * previews-wanted/&lt;id&gt;                    a preview is still to be made
 * unsent/&lt;id&gt;                             nobody has sent it yet
 * refs/&lt;id&gt;/&lt;conversation&gt;/&lt;sender&gt;     it was sent there
 * members/&lt;group&gt;/&lt;user&gt;                 who is in a group
 * owners/&lt;user&gt;/&lt;id&gt;/&lt;size&gt;            what an account has, announced or complete
 * hashes/&lt;user&gt;/&lt;hash&gt;-&lt;parts&gt;         which medium of the account has this hash
 * </pre>
 */
@NullMarked
package chat.natter.media.storage;

import org.jspecify.annotations.NullMarked;
