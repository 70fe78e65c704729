package chat.natter.media.storage;

class InMemoryPartsTest implements PartStoreContract {
    private final InMemoryObjects objects = new InMemoryObjects();
    private final InMemoryParts parts = new InMemoryParts(objects);

    @Override
    public PartStore parts() {
        return parts;
    }

    @Override
    public ObjectStore objects() {
        return objects;
    }

    @Override
    public void put(ObjectKey key, String uploadId, int number, byte[] bytes) {
        parts.put(uploadId, number, bytes);
    }
}
