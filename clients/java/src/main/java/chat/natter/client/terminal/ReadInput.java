package chat.natter.client.terminal;

import chat.natter.contract.ConversationId;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a typed line: commands begin with a slash, everything else is said; two slashes say one. */
final class ReadInput {
    static final int USUAL_HISTORY = 20;
    private static final int MOST_HISTORY = 200;
    private static final Duration LONGEST = Duration.ofDays(366);

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
            case "/topic" -> topic(argument);
            case "/follow" -> follow(argument);
            case "/unfollow" -> new Input.Unfollow();
            case "/invite" -> new Input.Invite();
            case "/topics" -> new Input.Topics();
            case "/add" -> argument.isEmpty() ? new Input.Wrong("/add NAME") : new Input.Add(argument);
            case "/remove" -> argument.isEmpty() ? new Input.Wrong("/remove NAME") : new Input.Remove(argument);
            case "/leave" -> new Input.Leave();
            case "/rename" -> argument.isEmpty() ? new Input.Wrong("/rename TITLE") : new Input.Rename(argument);
            case "/broadcast" -> broadcast(argument);
            case "/timer" -> timer(argument);
            case "/mute" -> mute(argument);
            case "/archive" -> new Input.Archive(true);
            case "/unarchive" -> new Input.Archive(false);
            case "/star" -> new Input.Star();
            case "/forward" -> argument.isEmpty() ? new Input.Wrong("/forward NAME") : new Input.Forward(argument);
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

    private static Input broadcast(String argument) {
        int colon = argument.indexOf(':');
        String names = colon < 0 ? "" : argument.substring(0, colon).strip();
        String text = colon < 0 ? "" : argument.substring(colon + 1).strip();
        return names.isEmpty() || text.isEmpty()
                ? new Input.Wrong("/broadcast NAME NAME …: TEXT")
                : new Input.Broadcast(List.of(names.split("\\s+")), text);
    }

    private static Input timer(String argument) {
        Duration timer = duration(argument);
        return timer == null ? new Input.Wrong("/timer 30s, 5m, 12h, 7d or off") : new Input.Timer(timer);
    }

    private static Input mute(String argument) {
        Duration time = duration(argument);
        return time == null ? new Input.Wrong("/mute 30m, 8h, 7d or off") : new Input.Mute(time);
    }

    /** Zero for off; null if it is none, or longer than a year. */
    private static @Nullable Duration duration(String argument) {
        if (argument.equals("off")) {
            return Duration.ZERO;
        }
        if (!argument.matches("[1-9][0-9]{0,3}[smhd]")) {
            return null;
        }
        int last = argument.length() - 1;
        int count = Integer.parseInt(argument.substring(0, last));
        Duration time = switch (argument.charAt(last)) {
            case 's' -> Duration.ofSeconds(count);
            case 'm' -> Duration.ofMinutes(count);
            case 'h' -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        return time.compareTo(LONGEST) > 0 ? null : time;
    }

    /** A title, and after a colon whether everybody may read it. */
    private static Input topic(String argument) {
        boolean isPublic = argument.endsWith(": public");
        String title =
                isPublic ? argument.substring(0, argument.lastIndexOf(':')).strip() : argument;
        return title.isEmpty()
                ? new Input.Wrong("/topic TITLE, or /topic TITLE: public")
                : new Input.NewTopic(title, isPublic);
    }

    /** A topic's id, and the code of its link where it is not public. */
    private static Input follow(String argument) {
        String[] parts = argument.split("\\s+", 2);
        if (!ConversationId.isGroup(parts[0]) || !parts[0].startsWith("t-")) {
            return new Input.Wrong("/follow ID, or /follow ID CODE");
        }
        return new Input.Follow(new ConversationId(parts[0]), parts.length == 1 ? null : parts[1].strip());
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
