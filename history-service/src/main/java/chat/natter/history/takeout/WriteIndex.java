package chat.natter.history.takeout;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The first page of a package: which conversations are in it, the one that was last spoken in first. */
final class WriteIndex {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

    private final String name;
    private final Instant at;
    private final ZoneId zone;
    private final List<Entry> entries = new ArrayList<>();

    WriteIndex(String name, Instant at, ZoneId zone) {
        this.name = name;
        this.at = at;
        this.zone = zone;
    }

    /**
     * A conversation.
     *
     * @param firstAt absent, as is {@code lastAt}, if nothing is left in it
     */
    record Entry(
            String title,
            String file,
            long messages,
            @Nullable Instant firstAt,
            @Nullable Instant lastAt) {}

    /** The number of the conversation that is added next, from 1. */
    int next() {
        return entries.size() + 1;
    }

    void add(Entry entry) {
        entries.add(entry);
    }

    String html() {
        Html page = Document.begin("Messages of " + name);
        page.raw("<h1>Messages of <bdi>").text(name).raw("</bdi></h1>\n<header>Asked for on ");
        page.text(MINUTE.format(at.atZone(zone)))
                .raw(". All times are those of ")
                .text(zone.getId());
        page.raw("""
            . <code>messages.jsonl</code> has the same for programs. Files are not in the package; they are named by
            their ids.</header>
            <table>
            <tr><th>Conversation</th><th>Messages</th><th>From</th><th>To</th></tr>
            """);
        entries.stream()
                .sorted(Comparator.comparing(WriteIndex::lastOrEarliest).reversed())
                .forEach(entry -> row(page, entry));
        return Document.end(page.raw("</table>\n"));
    }

    private void row(Html page, Entry entry) {
        page.raw("<tr><td><a").attribute("href", entry.file()).raw("><bdi>").text(entry.title());
        page.raw("</bdi></a></td><td>").number(entry.messages()).raw("</td><td>");
        page.text(day(entry.firstAt()))
                .raw("</td><td>")
                .text(day(entry.lastAt()))
                .raw("</td></tr>\n");
    }

    private String day(@Nullable Instant time) {
        return time == null ? "" : DAY.format(time.atZone(zone));
    }

    private static Instant lastOrEarliest(Entry entry) {
        Instant last = entry.lastAt();
        return last == null ? Instant.EPOCH : last;
    }
}
