/**
 * Full-text search over what a user may see. The index proposes, the archive decides: postings in Cassandra name the
 * messages that may match, and a hit is shown only if the message as it reads now does. So what was retracted, edited
 * or has expired is never found, whatever the index still says. Read {@code FindMessages} first, then
 * {@code V005__search.cql}.
 */
@NullMarked
package chat.natter.history.search;

import org.jspecify.annotations.NullMarked;
