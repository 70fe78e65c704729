/** What this service puts into object storage: packages that people and companies fetch from there. */
@NullMarked
package chat.natter.history.objects;

import org.jspecify.annotations.NullMarked;
