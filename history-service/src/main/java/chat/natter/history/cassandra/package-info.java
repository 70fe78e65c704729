/**
 * The connection to Cassandra: opened in the background for as long as it takes, with the schema brought up to date
 * before anybody may use it. Knows nothing of messages.
 */
@NullMarked
package chat.natter.history.cassandra;

import org.jspecify.annotations.NullMarked;
