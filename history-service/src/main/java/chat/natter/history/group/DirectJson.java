package chat.natter.history.group;

/** What two people have set for their conversation, as they see it. */
record DirectJson(String conversation, Settings settings) {
    /**
     * All that two can set.
     *
     * @param expireAfter seconds after which messages vanish unless they say otherwise, 0 for never
     */
    record Settings(int expireAfter) {}
}
