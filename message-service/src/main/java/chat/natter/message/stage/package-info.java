/**
 * What both stages stand on: an ordered store, and where their records go. Everything a stage knows comes in through a
 * record and its place in the log, so that processing the log again gives the same answers.
 */
@NullMarked
package chat.natter.message.stage;

import org.jspecify.annotations.NullMarked;
