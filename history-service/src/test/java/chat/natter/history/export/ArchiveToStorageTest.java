package chat.natter.history.export;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.history.group.InMemoryGroups;
import chat.natter.history.group.SomeMembers;
import chat.natter.history.job.Job;
import chat.natter.history.job.JobState;
import chat.natter.history.job.Jobs;
import chat.natter.history.job.SomeJobs;
import chat.natter.history.message.FindMoment;
import chat.natter.history.message.InMemoryMessages;
import chat.natter.history.message.SomeMessages;
import chat.natter.history.message.StoreUnavailable;
import chat.natter.history.objects.InMemoryPackages;
import chat.natter.history.overview.InMemoryOverview;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class ArchiveToStorageTest {
    private static final ArchiveOrder ALL = new ArchiveOrder("carol", "case 7", null, null, null, null);

    private Instant now = Instant.parse("2026-03-01T12:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final InMemoryPackages packages = new InMemoryPackages(clock);
    private final SomeJobs some = new SomeJobs(packages, clock);
    private final Jobs jobs = some.jobs();
    private final ObjectMapper json = new ObjectMapper();
    private final ArchiveJson archiveJson = new ArchiveJson(json);
    private final InMemoryMessages messages = new InMemoryMessages();
    private final List<SomeMessages> conversations = List.of(new SomeMessages(), new SomeMessages());
    private int breaksAt = Integer.MAX_VALUE;

    @Test
    void writesFilesOfEntriesThatCanBeChecked() throws Exception {
        archive(7);
        Job asked = ask(ALL);

        some.look(work());

        Job ready = jobs.find(asked.id()).orElseThrow();
        List<ArchiveParts.Part> parts = archiveJson.parts(ready).parts();
        assertThat(ready.state()).isEqualTo(JobState.READY);
        assertThat(ready.done()).isEqualTo(14);
        assertThat(parts).extracting(ArchiveParts.Part::entries).containsExactly(4L, 4L, 4L, 2L);
        assertThat(ready.bytes())
                .isEqualTo(parts.stream().mapToLong(ArchiveParts.Part::bytes).sum());
        for (ArchiveParts.Part part : parts) {
            byte[] file = Objects.requireNonNull(packages.objects().get(part.key()));
            assertThat(part.bytes()).isEqualTo(file.length);
            assertThat(part.sha256())
                    .isEqualTo(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(file)));
        }
        assertThat(lines(parts)).isEqualTo(expected(7));
    }

    @Test
    void goesOnAfterTheLastWholeFile() {
        // Given
        archive(7);
        Job asked = ask(ALL);
        breaksAt = 1;

        // When
        some.look(work());
        Job broken = jobs.find(asked.id()).orElseThrow();
        String first = archiveJson.parts(broken).parts().get(0).key();
        assertThat(broken.state()).isEqualTo(JobState.RUNNING);
        assertThat(archiveJson.parts(broken).parts()).hasSize(1);
        breaksAt = Integer.MAX_VALUE;
        now = now.plus(Duration.ofMinutes(2));
        some.look(work());

        // Then
        Job ready = jobs.find(asked.id()).orElseThrow();
        assertThat(ready.state()).isEqualTo(JobState.READY);
        assertThat(ready.done()).isEqualTo(14);
        assertThat(archiveJson.parts(ready).parts().get(0).key()).isEqualTo(first);
        assertThat(lines(archiveJson.parts(ready).parts())).isEqualTo(expected(7));
        assertThat(packages.objects()).hasSize(4);
    }

    @Test
    void makesNoFileOfNothing() {
        Job asked = ask(ALL);

        some.look(work());

        Job ready = jobs.find(asked.id()).orElseThrow();
        assertThat(ready.state()).isEqualTo(JobState.READY);
        assertThat(archiveJson.parts(ready).parts()).isEmpty();
        assertThat(packages.objects()).isEmpty();
    }

    @Test
    void itsFilesGoAfterAWhile() {
        archive(7);
        Job asked = ask(ALL);
        some.look(work());

        some.sweep();
        assertThat(packages.objects()).hasSize(4);
        now = now.plus(Duration.ofDays(8));
        some.sweep();

        assertThat(packages.objects()).isEmpty();
        assertThat(jobs.find(asked.id()).orElseThrow().state()).isEqualTo(JobState.EXPIRED);
    }

    private Job ask(ArchiveOrder order) {
        return jobs.ask(jobs.newId(), ArchiveToStorage.KIND, Optional.empty(), archiveJson.of(order));
    }

    private void archive(int count) {
        for (SomeMessages some : conversations) {
            messages.write(some.messages(1, count));
        }
    }

    /** Breaks when it comes to the conversation of that number. */
    private ArchiveToStorage work() {
        WriteArchive writeArchive = new WriteArchive(
                (from, reader) -> {
                    for (int i = 0; i < conversations.size(); i++) {
                        if (i == breaksAt) {
                            throw new StoreUnavailable(new IllegalStateException("away"));
                        }
                        ConversationId conversation = conversations.get(i).conversation;
                        if (from.isEmpty() || i >= numberOf(from.get())) {
                            reader.accept(conversation);
                        }
                    }
                },
                new InMemoryOverview(),
                messages,
                new FindMoment(messages),
                SomeMembers.in(new InMemoryGroups()));
        return new ArchiveToStorage(writeArchive, packages, json, archiveJson, new ArchiveExportConfig() {
            @Override
            public int partEntries() {
                return 4;
            }

            @Override
            public Duration linkLifetime() {
                return Duration.ofMinutes(5);
            }
        });
    }

    private int numberOf(ConversationId conversation) {
        return conversations.get(0).conversation.equals(conversation) ? 0 : 1;
    }

    private List<String> expected(int count) {
        List<String> expected = new ArrayList<>();
        for (SomeMessages some : conversations) {
            for (int seq = 1; seq <= count; seq++) {
                expected.add(some.conversation + "/" + seq);
            }
        }
        return expected;
    }

    private List<String> lines(List<ArchiveParts.Part> parts) {
        return parts.stream()
                .flatMap(part -> unpacked(part.key()).lines())
                .map(this::placeOf)
                .toList();
    }

    private String unpacked(String key) {
        byte[] file = Objects.requireNonNull(packages.objects().get(key));
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(file))) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String placeOf(String line) {
        try {
            return json.readTree(line).get("conversation").asText() + "/"
                    + json.readTree(line).get("seq").asLong();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
