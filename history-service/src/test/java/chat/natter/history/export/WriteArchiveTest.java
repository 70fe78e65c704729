package chat.natter.history.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.history.group.InMemoryGroups;
import chat.natter.history.group.SomeMembers;
import chat.natter.history.message.ArchivedMessage;
import chat.natter.history.message.FindMoment;
import chat.natter.history.message.InMemoryMessages;
import chat.natter.history.message.SomeMessages;
import chat.natter.history.overview.InMemoryOverview;
import chat.natter.history.overview.Newcomer;
import chat.natter.history.problem.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WriteArchiveTest {
    private static final ConversationId TEAM = ConversationId.groupOf(new MessageId(new UUID(1, 1)));
    private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");

    private final SomeMessages some = new SomeMessages();
    private final InMemoryMessages messages = new InMemoryMessages();
    private final InMemoryGroups groups = new InMemoryGroups();
    private final InMemoryOverview overview = new InMemoryOverview();
    /** As the ring would have it. */
    private final List<ConversationId> ring = List.of(TEAM, some.conversation);

    private final WriteArchive writeArchive = new WriteArchive(
            (from, reader) -> ring.stream()
                    .dropWhile(one -> from.isPresent() && !from.get().equals(one))
                    .forEach(reader),
            overview,
            messages,
            new FindMoment(messages),
            SomeMembers.in(groups));

    @BeforeEach
    void someAreArchived() {
        groups.write(List.of(SomeMembers.created(TEAM, some.alice), SomeMembers.added(TEAM, 3, some.bob)));
        overview.write(List.of(
                new Newcomer(some.alice, TEAM, 1),
                new Newcomer(some.bob, TEAM, 3),
                new Newcomer(some.bob, some.conversation, 1)));
        for (long seq = 1; seq <= 4; seq++) {
            ArchivedMessage message = some.at(seq, START.plusSeconds(seq));
            messages.write(List.of(message, some.in(TEAM, message)));
        }
    }

    @Test
    void givesAllConversationsFromTheirFirstEntryToTheirLast() {
        assertThat(export(null, null, null, null, null))
                .containsExactly("team/1", "team/2", "team/3", "team/4", "two/1", "two/2", "two/3", "two/4");
    }

    @Test
    void goesOnWhereItWasBrokenOff() {
        assertThat(export(null, null, null, null, TEAM + "/3"))
                .containsExactly("team/4", "two/1", "two/2", "two/3", "two/4");
        assertThat(export(null, null, null, null, some.conversation + "/4")).isEmpty();
    }

    @Test
    void givesWhatWasAcceptedInATime() {
        assertThat(export(null, null, "2026-03-01T00:00:02Z", "2026-03-01T00:00:04Z", null))
                .containsExactly("team/2", "team/3", "two/2", "two/3");
        assertThat(export(null, null, "2026-03-01T00:00:02Z", null, TEAM + "/3"))
                .containsExactly("team/4", "two/2", "two/3", "two/4");
        assertThat(export(null, null, null, "2026-01-01T00:00:00Z", null)).isEmpty();
    }

    @Test
    void givesOneConversationOrThoseOfOneUser() {
        UserId eve = new UserId("01jd3zk8x0000000000000000e");

        assertThat(export(TEAM.value(), null, null, null, null))
                .containsExactly("team/1", "team/2", "team/3", "team/4");
        assertThat(export(null, some.bob.value(), null, null, null))
                .containsExactlyInAnyOrder("team/3", "team/4", "two/1", "two/2", "two/3", "two/4");
        assertThat(export(null, eve.value(), null, null, null)).isEmpty();
    }

    @Test
    void refusesWhatItCannotRead() {
        for (String after : List.of("x", TEAM + "", TEAM + "/", TEAM + "/x", "x/1")) {
            assertThatThrownBy(() -> export(null, null, null, null, after)).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> export("x", null, null, null, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> export(null, "x", null, null, null)).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> export(null, null, "yesterday", null, null)).isInstanceOf(Refusal.class);
    }

    private List<String> export(
            @Nullable String conversation,
            @Nullable String user,
            @Nullable String from,
            @Nullable String to,
            @Nullable String after) {
        List<ArchivedMessage> written = new ArrayList<>();
        writeArchive.write(ReadExportRequest.read(conversation, user, from, to, after), written::add);
        return written.stream()
                .map(entry -> (entry.conversation().isGroup() ? "team/" : "two/") + entry.seq())
                .toList();
    }
}
