package chat.natter.client.terminal;

import chat.natter.client.connection.ChatConnection;
import chat.natter.client.rest.Profile;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.GroupAction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is typed about groups, as requests. */
final class AskOfGroup {
    private final Names names;
    private final Screen screen;
    private final ChatConnection connection;

    AskOfGroup(Names names, Screen screen, ChatConnection connection) {
        this.names = names;
        this.screen = screen;
        this.connection = connection;
    }

    /** The id of the new group; null if one of the names is nobody's. */
    @Nullable
    ConversationId create(String title, List<String> usernames) {
        List<UserId> members = new ArrayList<>();
        for (String username : usernames) {
            UserId member = find(username);
            if (member == null) {
                return null;
            }
            members.add(member);
        }
        MessageId id = connection.newId();
        GroupAction.Profile profile = new GroupAction.Profile(title, null, null);
        connection.send(
                new ClientFrame.Group(id, null, new GroupAction.Create(profile, members, GroupAction.Settings.NONE)));
        return ConversationId.groupOf(id);
    }

    void add(ConversationId group, String username) {
        UserId member = find(username);
        if (member != null) {
            ask(group, new GroupAction.Add(List.of(member)));
        }
    }

    void remove(ConversationId group, String username) {
        UserId member = find(username);
        if (member != null) {
            ask(group, new GroupAction.Remove(List.of(member)));
        }
    }

    /** Also of two people. */
    void timer(ConversationId conversation, Duration expireAfter) {
        ask(conversation, GroupAction.Settings.timer((int) expireAfter.toSeconds()));
    }

    void leave(ConversationId group) {
        ask(group, new GroupAction.Leave());
    }

    void rename(ConversationId group, String title) {
        ask(group, new GroupAction.Profile(title, null, null));
    }

    private void ask(ConversationId group, GroupAction action) {
        connection.send(new ClientFrame.Group(connection.newId(), group, action));
    }

    private @Nullable UserId find(String username) {
        Profile found = names.find(username).orElse(null);
        if (found == null) {
            screen.note("there is no user " + username);
            return null;
        }
        return found.userId();
    }
}
