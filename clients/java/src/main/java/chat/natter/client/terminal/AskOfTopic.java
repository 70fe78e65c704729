package chat.natter.client.terminal;

import chat.natter.client.connection.ChatConnection;
import chat.natter.client.rest.UserApi;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.GroupAction;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** What is typed about topics, as requests. */
final class AskOfTopic {
    private static final int CODE_BYTES = 24;

    private final UserApi api;
    private final Screen screen;
    private final ChatConnection connection;

    AskOfTopic(UserApi api, Screen screen, ChatConnection connection) {
        this.api = api;
        this.screen = screen;
        this.connection = connection;
    }

    ConversationId create(String title, boolean isPublic) {
        MessageId id = connection.newId();
        GroupAction.Settings settings = new GroupAction.Settings(null, null, null, null, null, null, isPublic);
        connection.send(new ClientFrame.Group(
                id,
                null,
                new GroupAction.Create(new GroupAction.Profile(title, null, null), List.of(), settings, true)));
        return ConversationId.topicOf(id);
    }

    /** Makes the link, and shows what others have to type. */
    void invite(ConversationId topic) {
        byte[] secret = new byte[CODE_BYTES];
        new SecureRandom().nextBytes(secret);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        connection.send(new ClientFrame.Group(connection.newId(), topic, new GroupAction.Invite(code, null)));
        screen.note("readers come by: /follow " + topic + " " + code);
    }

    /** Lists what is followed or published in. */
    void list() {
        Map<ConversationId, Long> topics = api.topics();
        topics.forEach((topic, seq) -> screen.note(topic + "  " + api.titleOf(topic)));
        if (topics.isEmpty()) {
            screen.note("no topics yet: /follow ID");
        }
    }
}
