/** What all scenarios have in common: where the stack is, and how a result is told. */
@NullMarked
package chat.natter.load.scenario;

import org.jspecify.annotations.NullMarked;
