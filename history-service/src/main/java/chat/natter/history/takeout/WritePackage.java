package chat.natter.history.takeout;

import chat.natter.contract.UserId;
import chat.natter.history.message.ReadForReader;
import chat.natter.history.name.NameStore;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes all that a user may see as one ZIP: {@code conversations/….html}, {@code index.html}, and
 * {@code messages.jsonl}. A ZIP is written one file after the other, so the messages are read twice; nothing but the
 * page that is being made is held in memory, however many there are.
 */
@Singleton
final class WritePackage {
    private final ListOwnConversations list;
    private final ReadForReader readForReader;
    private final NameStore names;
    private final ObjectMapper json;
    private final Optional<String> mediaUrl;

    WritePackage(
            ListOwnConversations list,
            ReadForReader readForReader,
            NameStore names,
            ObjectMapper json,
            TakeoutConfig config) {
        this.list = list;
        this.readForReader = readForReader;
        this.names = names;
        this.json = json;
        this.mediaUrl = config.publicUrl().map(url -> url.toString().replaceAll("/+$", "") + "/v1/media/");
    }

    /** Hears how far it has come, often; may throw to end it. */
    interface Progress {
        void advanced(long done, long about);
    }

    /** Returns how many messages are in it. Does not close {@code output}. */
    long write(UserId user, ZoneId zone, Instant at, OutputStream output, Progress progress) {
        List<OwnConversation> conversations = list.of(user);
        Steps steps = new Steps(
                conversations.stream().mapToLong(OwnConversation::entries).sum(), progress);
        CallBy callBy = new CallBy(names);
        try {
            ZipOutputStream zip = new ZipOutputStream(output, StandardCharsets.UTF_8);
            Files files = new Files(zip, at);
            WriteIndex index = new WriteIndex(callBy.name(user), at, zone);
            for (OwnConversation conversation : conversations) {
                WritePages pages = new WritePages(
                        conversation, user.value(), index.next(), new ShowMessage(callBy, zone, mediaUrl), files);
                walk(user, conversation, steps, pages::add);
                index.add(pages.finish());
            }
            files.write("index.html", index.html());
            WriteLines lines = new WriteLines(files.begin("messages.jsonl"), json, callBy);
            lines.begin(user, at, zone);
            for (OwnConversation conversation : conversations) {
                lines.conversation(conversation);
                walk(user, conversation, steps, lines::add);
            }
            lines.end();
            zip.finish();
            return lines.messages();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void walk(UserId user, OwnConversation conversation, Steps steps, Reader reader) {
        steps.begin();
        readForReader.walk(user, conversation.id(), conversation.visible(), stretch -> {
            try {
                reader.read(stretch);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            steps.at(conversation.entriesUpTo(stretch.last()));
        });
        steps.end(conversation.entries());
    }

    private interface Reader {
        void read(ReadForReader.Stretch stretch) throws IOException;
    }

    /** Counts what was read, in both of the times. */
    private static final class Steps {
        private final long about;
        private final Progress progress;
        private long before;

        Steps(long about, Progress progress) {
            this.about = about;
            this.progress = progress;
        }

        void begin() {
            at(0);
        }

        void at(long ofThisConversation) {
            progress.advanced((before + ofThisConversation) / 2, about);
        }

        void end(long ofThisConversation) {
            before += ofThisConversation;
        }
    }

    /** The files of the package, one after the other. */
    static final class Files {
        private final ZipOutputStream zip;
        private final Instant at;

        Files(ZipOutputStream zip, Instant at) {
            this.zip = zip;
            this.at = at;
        }

        void write(String name, String text) throws IOException {
            begin(name).write(text.getBytes(StandardCharsets.UTF_8));
        }

        /** What is written to it from here on is in that file, until the next begins. */
        OutputStream begin(String name) throws IOException {
            ZipEntry entry = new ZipEntry(name);
            entry.setTime(at.toEpochMilli());
            zip.putNextEntry(entry);
            return zip;
        }
    }
}
