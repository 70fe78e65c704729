/**
 * How long conversations are kept: classes of retention, and holds. Read
 * {@link chat.natter.history.retention.KnowPolicies} first.
 */
@NullMarked
package chat.natter.history.retention;

import org.jspecify.annotations.NullMarked;
