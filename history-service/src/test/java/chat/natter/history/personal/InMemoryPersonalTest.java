package chat.natter.history.personal;

class InMemoryPersonalTest implements PersonalStoreContract {
    private final InMemoryPersonal store = new InMemoryPersonal();

    @Override
    public PersonalStore store() {
        return store;
    }
}
