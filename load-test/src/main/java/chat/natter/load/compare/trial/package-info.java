/**
 * What every contender is asked, and how the answers are checked. Read {@link chat.natter.load.compare.trial.Contender}
 * first.
 */
@NullMarked
package chat.natter.load.compare.trial;

import org.jspecify.annotations.NullMarked;
