package chat.natter.gateway.status;

/** What was counted since the start, at a time in milliseconds; {@code waitedMillis} is of all that was delivered. */
record Counts(long at, double framesIn, double framesOut, double refused, double delivered, double waitedMillis) {}
