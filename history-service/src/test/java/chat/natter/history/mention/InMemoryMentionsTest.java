package chat.natter.history.mention;

class InMemoryMentionsTest implements MentionStoreContract {
    private final MentionStore store = new InMemoryMentions();

    @Override
    public MentionStore store() {
        return store;
    }
}
