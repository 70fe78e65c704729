package chat.natter.history.takeout;

import chat.natter.history.message.FoldedMessage;
import chat.natter.history.message.ReadForReader;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The pages of one conversation for people. A page is written once it is full and something comes after it; only then
 * it is known that it has a next one.
 */
final class WritePages {
    static final int MESSAGES = 500;
    /** Of content: a page of long messages stays one that a browser shows at once. */
    static final int BYTES = 512 * 1024;

    private final OwnConversation conversation;
    private final String reader;
    private final int number;
    private final ShowMessage showMessage;
    private final WritePackage.Files files;
    private final List<FoldedMessage> page = new ArrayList<>();
    /** The first seq of each page that was begun: tells on which one a message is. */
    private final List<Long> firsts = new ArrayList<>();

    private int bytes;
    private long messages;
    private @Nullable Instant firstAt;
    private @Nullable Instant lastAt;

    /** @param number of the conversation in the package, from 1 */
    WritePages(
            OwnConversation conversation,
            String reader,
            int number,
            ShowMessage showMessage,
            WritePackage.Files files) {
        this.conversation = conversation;
        this.reader = reader;
        this.number = number;
        this.showMessage = showMessage;
        this.files = files;
    }

    void add(ReadForReader.Stretch stretch) throws IOException {
        showMessage.prepare(stretch.messages());
        for (FoldedMessage message : stretch.messages()) {
            if (page.size() >= MESSAGES || bytes >= BYTES) {
                write(true);
            }
            if (page.isEmpty()) {
                firsts.add(message.message().seq());
            }
            page.add(message);
            bytes += message.content() == null ? 0 : message.content().utf8().length;
            messages++;
            firstAt = firstAt == null ? message.message().at() : firstAt;
            lastAt = message.message().at();
        }
    }

    /** Writes what is left and says what there is. */
    WriteIndex.Entry finish() throws IOException {
        if (firsts.isEmpty()) {
            firsts.add(0L);
        }
        write(false);
        return new WriteIndex.Entry(conversation.title(), "conversations/" + file(1), messages, firstAt, lastAt);
    }

    private void write(boolean more) throws IOException {
        int here = firsts.size();
        Html html = Document.begin(conversation.title());
        html.raw("<h1><bdi>").text(conversation.title()).raw("</bdi></h1>\n");
        String navigation = navigation(here, more);
        html.raw(navigation);
        Map<Long, FoldedMessage> bySeq = new HashMap<>();
        page.forEach(message -> bySeq.put(message.message().seq(), message));
        LocalDate day = null;
        for (FoldedMessage message : page) {
            LocalDate its = showMessage.day(message);
            if (!its.equals(day)) {
                ShowMessage.day(html, its);
                day = its;
            }
            long replyTo = message.message().replyTo();
            boolean own = message.message().from().value().equals(reader);
            showMessage.show(html, message, own, Optional.ofNullable(bySeq.get(replyTo)), place(replyTo));
        }
        html.raw(navigation);
        files.write("conversations/" + file(here), Document.end(html));
        page.clear();
        bytes = 0;
    }

    /** Numbers and names of ours only. */
    private String navigation(int here, boolean more) {
        StringBuilder links = new StringBuilder("<nav><a href=\"../index.html\">All conversations</a>");
        if (here > 1) {
            links.append(" <a href=\"").append(file(here - 1)).append("\">Earlier</a>");
        }
        if (more) {
            links.append(" <a href=\"").append(file(here + 1)).append("\">Later</a>");
        }
        return links.append("</nav>\n").toString();
    }

    /** Where the message of that seq is, if it is anywhere. */
    private String place(long seq) {
        int on = 1;
        while (on < firsts.size() && firsts.get(on) <= seq) {
            on++;
        }
        return (on == firsts.size() ? "" : file(on)) + "#m" + seq;
    }

    private String file(int pageNumber) {
        return "%04d%s.html".formatted(number, pageNumber == 1 ? "" : "-" + pageNumber);
    }
}
