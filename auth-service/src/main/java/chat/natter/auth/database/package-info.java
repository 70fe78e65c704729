/** The one way to MySQL: plain JDBC, short transactions, times in UTC. The schema is {@code db/migration}. */
@NullMarked
package chat.natter.auth.database;

import org.jspecify.annotations.NullMarked;
