package chat.natter.load.faults;

import java.util.List;

/**
 * What came of one trouble; times in seconds.
 *
 * @param at since the beginning
 * @param held from its beginning to its end
 * @param ready from its end until what was started again says that it is ready
 * @param back from its end until everybody got new messages and every service answered
 * @param slowest the longest that a message took which arrived meanwhile
 * @param arrivals messages that arrived meanwhile
 * @param missing what had not come back, if it never did
 */
record TroubleReport(
        int number,
        String text,
        double at,
        double held,
        double ready,
        double back,
        double slowest,
        long arrivals,
        List<String> missing) {
    boolean isOver() {
        return missing.isEmpty();
    }
}
