package chat.natter.client.terminal;

import chat.natter.contract.ConversationId;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads a typed line: commands begin with a slash, everything else is said; two slashes say one. */
final class ReadInput {
    static final int USUAL_HISTORY = 20;
    private static final int MOST_HISTORY = 200;

    private ReadInput() {}

    static Input read(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return new Input.Nothing();
        }
        if (!text.startsWith("/")) {
            return new Input.Say(text);
        }
        if (text.startsWith("//")) {
            return new Input.Say(text.substring(1));
        }
        int gap = text.indexOf(' ');
        String command = gap < 0 ? text : text.substring(0, gap);
        String argument = gap < 0 ? "" : text.substring(gap).strip();
        return switch (command) {
            case "/to" -> argument.isEmpty() ? new Input.Wrong("/to NAME") : new Input.To(argument);
            case "/group" -> group(argument);
            case "/add" -> argument.isEmpty() ? new Input.Wrong("/add NAME") : new Input.Add(argument);
            case "/remove" -> argument.isEmpty() ? new Input.Wrong("/remove NAME") : new Input.Remove(argument);
            case "/leave" -> new Input.Leave();
            case "/rename" -> argument.isEmpty() ? new Input.Wrong("/rename TITLE") : new Input.Rename(argument);
            case "/reply" -> argument.isEmpty() ? new Input.Wrong("/reply TEXT") : new Input.Reply(argument);
            case "/edit" -> argument.isEmpty() ? new Input.Wrong("/edit TEXT") : new Input.Edit(argument);
            case "/retract" -> new Input.Retract();
            case "/react" -> argument.isEmpty() ? new Input.Wrong("/react EMOJI") : new Input.React(argument);
            case "/send" -> send(argument);
            case "/link" -> link(argument);
            case "/export" -> export(argument);
            case "/history" -> history(argument);
            case "/who" -> new Input.Who();
            case "/help" -> new Input.Help();
            case "/quit" -> new Input.Quit();
            default -> new Input.Wrong("there is no " + command + "; /help shows what there is");
        };
    }

    /** A group's id, or a title and names, parted by a colon. */
    private static Input group(String argument) {
        if (ConversationId.isGroup(argument)) {
            return new Input.InGroup(new ConversationId(argument));
        }
        int colon = argument.lastIndexOf(':');
        String title = colon < 0 ? "" : argument.substring(0, colon).strip();
        String names = colon < 0 ? "" : argument.substring(colon + 1).strip();
        if (title.isEmpty() || names.isEmpty()) {
            return new Input.Wrong("/group TITLE: NAME NAME …, or /group ID");
        }
        return new Input.NewGroup(title, List.of(names.split("\\s+")));
    }

    private static Input send(String path) {
        return path.isEmpty()
                ? new Input.Wrong("/send PATH")
                : path(path).<Input>map(Input.SendFile::new).orElse(new Input.Wrong("that is no path"));
    }

    private static Input export(String path) {
        return path(path.isEmpty() ? "natter-export.zip" : path)
                .<Input>map(Input.FetchAll::new)
                .orElse(new Input.Wrong("that is no path"));
    }

    /** As a shell would: ~ is one's home. */
    private static Optional<Path> path(String path) {
        try {
            return Optional.of(
                    path.startsWith("~/")
                            ? Path.of(System.getProperty("user.home"), path.substring(2))
                            : Path.of(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static Input link(String argument) {
        if (argument.isEmpty()) {
            return new Input.Link(0);
        }
        return argument.matches("[1-9][0-9]{0,5}")
                ? new Input.Link(Integer.parseInt(argument))
                : new Input.Wrong("/link takes the number of a file");
    }

    private static Input history(String argument) {
        if (argument.isEmpty()) {
            return new Input.History(USUAL_HISTORY);
        }
        try {
            int count = Integer.parseInt(argument);
            if (count >= 1 && count <= MOST_HISTORY) {
                return new Input.History(count);
            }
        } catch (NumberFormatException e) {
            // Said below, like a number out of range.
        }
        return new Input.Wrong("/history takes a number from 1 to " + MOST_HISTORY);
    }
}
