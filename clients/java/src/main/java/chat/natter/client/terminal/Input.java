package chat.natter.client.terminal;

import chat.natter.contract.ConversationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a typed line asks for. */
sealed interface Input {
    record Say(String text) implements Input {}

    /** Talk to somebody else from here on. */
    record To(String username) implements Input {}

    /** Talk in a new group with these people. */
    record NewGroup(String title, List<String> usernames) implements Input {
        public NewGroup {
            usernames = List.copyOf(usernames);
        }
    }

    /** Talk in a group that exists. */
    record InGroup(ConversationId group) implements Input {}

    /** Publish in a new topic. */
    record NewTopic(String title, boolean isPublic) implements Input {}

    /** Follow a topic and read it; {@code code} is null for a public one. */
    record Follow(ConversationId topic, @Nullable String code) implements Input {}

    record Unfollow() implements Input {}

    /** Make the link of the topic that is open. */
    record Invite() implements Input {}

    /** The topics that are followed. */
    record Topics() implements Input {}

    record Add(String username) implements Input {}

    record Remove(String username) implements Input {}

    record Leave() implements Input {}

    record Rename(String title) implements Input {}

    /** For how long messages of this conversation stay; zero for ever. */
    record Timer(Duration expireAfter) implements Input {}

    /** Say it to each of these, one by one. */
    record Broadcast(List<String> usernames, String text) implements Input {
        public Broadcast {
            usernames = List.copyOf(usernames);
        }
    }

    /** Pass the newest message of the others on to somebody. */
    record Forward(String username) implements Input {}

    /** For how long one is not woken for this conversation; zero to be woken again. */
    record Mute(Duration time) implements Input {}

    /** Out of sight, or back. */
    record Archive(boolean on) implements Input {}

    /** The newest message of the others is to be found again. */
    record Star() implements Input {}

    /** Answer the newest message of the others. */
    record Reply(String text) implements Input {}

    /** New words for one's own newest message. */
    record Edit(String text) implements Input {}

    /** Take one's own newest message back. */
    record Retract() implements Input {}

    /** React to the newest message of the others. */
    record React(String emoji) implements Input {}

    /** Send a file of this machine. */
    record SendFile(Path file) implements Input {}

    /** Where a file that was shown can be loaded; 0 stands for the newest. */
    record Link(int number) implements Input {}

    /** Fetch all one's messages as a package. */
    record FetchAll(Path file) implements Input {}

    record History(int count) implements Input {}

    record Who() implements Input {}

    record Help() implements Input {}

    record Quit() implements Input {}

    record Nothing() implements Input {}

    /** Cannot be done; {@code why} is for the person who typed it. */
    record Wrong(String why) implements Input {}
}
