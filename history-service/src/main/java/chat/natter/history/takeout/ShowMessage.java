package chat.natter.history.takeout;

import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.Content;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.FoldedMessage;
import chat.natter.history.message.Rfc3339;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Shows one message on a page. */
final class ShowMessage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final int FEW_CHARACTERS = 120;

    private final CallBy callBy;
    private final ZoneId zone;
    private final Optional<String> mediaUrl;

    /** @param mediaUrl what the address of a file begins with, before its id */
    ShowMessage(CallBy callBy, ZoneId zone, Optional<String> mediaUrl) {
        this.callBy = callBy;
        this.zone = zone;
        this.mediaUrl = mediaUrl;
    }

    /** Everybody whom the message shows by name. */
    static Stream<UserId> people(FoldedMessage folded) {
        ArchivedMessage message = folded.message();
        return Stream.of(
                        Stream.of(message.from()),
                        message.action() == Action.GROUP
                                ? Words.of(message.content()).people()
                                : Stream.<UserId>empty(),
                        folded.reactions().keySet().stream(),
                        folded.votes().keySet().stream())
                .flatMap(people -> people);
    }

    void prepare(List<FoldedMessage> messages) {
        callBy.prepare(messages.stream().flatMap(ShowMessage::people).toList());
    }

    LocalDate day(FoldedMessage folded) {
        return folded.message().at().atZone(zone).toLocalDate();
    }

    static void day(Html page, LocalDate day) {
        page.raw("<h2><time").attribute("datetime", day.toString()).raw(">");
        page.text(DAY.format(day)).raw("</time></h2>\n");
    }

    /** @param answered what it answers, if that is on the same page */
    void show(Html page, FoldedMessage folded, boolean own, Optional<FoldedMessage> answered, String replyTo) {
        ArchivedMessage message = folded.message();
        page.raw("<article id=\"m").number(message.seq()).raw("\"");
        if (message.action() == Action.GROUP) {
            page.raw(" class=\"event\"><p><bdi>")
                    .text(callBy.name(message.from()))
                    .raw("</bdi> ");
            page.text(Words.of(message.content()).event(callBy)).raw(" ");
            time(page, message.at());
            page.raw("</p></article>\n");
            return;
        }
        page.raw(own ? " class=\"own\">" : ">").raw("<header><strong><bdi>").text(callBy.name(message.from()));
        page.raw("</bdi></strong> ");
        time(page, message.at());
        page.raw(folded.editedAt() == null ? "" : " edited").raw(folded.pinned() ? " 📌" : "");
        page.raw("</header>\n");
        if (message.replyTo() != 0) {
            reply(page, answered, replyTo);
        }
        content(page, folded);
        reactions(page, folded.reactions());
        if (!folded.votes().isEmpty()) {
            page.raw("<p class=\"note\">").number(folded.votes().size()).raw(" voted</p>\n");
        }
        page.raw("</article>\n");
    }

    private void time(Html page, Instant at) {
        page.raw("<time").attribute("datetime", Rfc3339.format(at)).raw(">");
        page.text(HOUR.format(at.atZone(zone))).raw("</time>");
    }

    private void reply(Html page, Optional<FoldedMessage> answered, String link) {
        page.raw("<p class=\"reply\">↩ <a").attribute("href", link).raw(">");
        if (answered.isPresent()) {
            Content content = answered.get().content();
            String words =
                    content == null ? "taken back" : Words.of(content).lines().get(0);
            page.raw("<bdi>").text(callBy.name(answered.get().message().from()));
            page.raw("</bdi>: <bdi>").text(beginning(words)).raw("</bdi>");
        } else {
            page.raw("an earlier message");
        }
        page.raw("</a></p>\n");
    }

    private static String beginning(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= FEW_CHARACTERS ? text : text.substring(0, text.offsetByCodePoints(0, FEW_CHARACTERS)) + "…";
    }

    private void content(Html page, FoldedMessage folded) {
        Content content = folded.content();
        if (content == null) {
            page.raw("<p class=\"note\">This message was taken back.</p>\n");
            return;
        }
        Words words = Words.of(content);
        if (words.isErased()) {
            page.raw("<p class=\"note\">What was said here was erased with its author’s account.</p>\n");
            return;
        }
        for (String line : words.lines()) {
            page.raw("<p dir=\"auto\">").text(line).raw("</p>\n");
        }
        words.file().ifPresent(file -> file(page, file));
    }

    private void file(Html page, MediaId file) {
        page.raw("<p class=\"note\">File ");
        mediaUrl.ifPresentOrElse(
                url -> page.raw("<a rel=\"noreferrer noopener\"")
                        .attribute("href", url + file)
                        .raw(">")
                        .text(file.value())
                        .raw("</a>"),
                () -> page.text(file.value()));
        page.raw("</p>\n");
    }

    private void reactions(Html page, Map<UserId, Content> reactions) {
        Map<String, List<String>> byWhat = new TreeMap<>();
        reactions.entrySet().stream()
                .sorted(Comparator.comparing(one -> one.getKey().value()))
                .forEach(one -> byWhat.computeIfAbsent(Words.of(one.getValue()).reaction(), what -> new ArrayList<>())
                        .add(callBy.name(one.getKey())));
        if (byWhat.isEmpty()) {
            return;
        }
        page.raw("<ul class=\"reactions\">");
        byWhat.forEach((what, who) -> page.raw("<li><bdi>")
                .text(what)
                .raw("</bdi> <bdi>")
                .text(String.join(", ", who))
                .raw("</bdi></li>"));
        page.raw("</ul>\n");
    }
}
