package chat.natter.history.search;

class InMemoryIndexTest implements SearchIndexContract {
    private final InMemoryIndex index = new InMemoryIndex(40);

    @Override
    public SearchIndex index() {
        return index;
    }

    @Override
    public int limit() {
        return 40;
    }
}
