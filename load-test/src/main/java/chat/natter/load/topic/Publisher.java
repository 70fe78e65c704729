package chat.natter.load.topic;

import chat.natter.client.connection.ChatClient;
import chat.natter.client.connection.ChatConnection;
import chat.natter.client.connection.ChatListener;
import chat.natter.client.connection.ConnectionSettings;
import chat.natter.client.rest.Session;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.Recipient;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.load.scenario.NewPerson;
import chat.natter.load.scenario.Wording;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Owns a public topic and publishes there. */
final class Publisher implements AutoCloseable {
    private static final int BODY_BYTES = 200;

    private final ChatClient client = ChatClient.start(1);
    private final AtomicLong accepted = new AtomicLong();
    private final ChatConnection connection;
    private final ConversationId topic;

    Publisher(URI edge) {
        Session session = NewPerson.at(edge);
        connection = client.open(ConnectionSettings.to(edge), session::accessToken, new Answers());
        MessageId id = connection.newId();
        topic = ConversationId.topicOf(id);
        GroupAction.Settings isPublic = new GroupAction.Settings(null, null, null, null, null, null, true);
        connection.send(new ClientFrame.Group(
                id,
                null,
                new GroupAction.Create(new GroupAction.Profile("Load", null, null), List.of(), isPublic, true)));
    }

    ConversationId topic() {
        return topic;
    }

    /** The highest seq that was accepted. */
    long accepted() {
        return accepted.get();
    }

    void publish() {
        connection.send(new ClientFrame.Send(
                connection.newId(),
                new Recipient.ToConversation(topic),
                Wording.text(ThreadLocalRandom.current(), BODY_BYTES),
                null,
                null));
    }

    @Override
    public void close() {
        connection.close();
        client.close();
    }

    private final class Answers implements ChatListener {
        @Override
        public void onSent(ClientFrame.Group group, ServerFrame.Sent sent) {
            accepted.accumulateAndGet(sent.seq(), Math::max);
        }

        @Override
        public void onSent(ClientFrame.Send send, ServerFrame.Sent sent) {
            accepted.accumulateAndGet(sent.seq(), Math::max);
        }
    }
}
