package chat.natter.load.faults;

import java.time.Duration;

/**
 * What happens, and for how long.
 *
 * @param held from its beginning to its end
 * @param calm after recovery, before the next one
 */
record PlannedTrouble(Trouble trouble, Duration held, Duration calm) {}
