/** How services connect to S3. Read {@link chat.natter.storage.S3Settings} first. */
@NullMarked
package chat.natter.storage;

import org.jspecify.annotations.NullMarked;
