package chat.natter.media.storage;

class InMemoryObjectsTest implements ObjectStoreContract {
    private final InMemoryObjects objects = new InMemoryObjects();

    @Override
    public ObjectStore store() {
        return objects;
    }
}
