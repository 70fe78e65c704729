package chat.natter.client.terminal;

import chat.natter.contract.ConversationId;
import java.nio.file.Path;
import java.util.List;

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

    record Add(String username) implements Input {}

    record Remove(String username) implements Input {}

    record Leave() implements Input {}

    record Rename(String title) implements Input {}

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
