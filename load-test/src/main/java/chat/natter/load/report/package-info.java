/**
 * A result as files: JSON for programs, and one page for people that needs neither scripts nor a network. Read
 * {@link chat.natter.load.report.RunReport} first.
 */
@NullMarked
package chat.natter.load.report;

import org.jspecify.annotations.NullMarked;
