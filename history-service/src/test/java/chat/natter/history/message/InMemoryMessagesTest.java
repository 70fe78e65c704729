package chat.natter.history.message;

class InMemoryMessagesTest implements MessageStoreContract {
    private final InMemoryMessages messages = new InMemoryMessages();

    @Override
    public MessageStore store() {
        return messages;
    }
}
