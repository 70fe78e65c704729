package chat.natter.history.personal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.PersonalMark;
import chat.natter.contract.record.PersonalNotice;
import chat.natter.history.message.Audience;
import chat.natter.history.message.FindMessageIn;
import chat.natter.history.message.InMemoryMessages;
import chat.natter.history.message.SomeMessages;
import chat.natter.history.message.Visible;
import chat.natter.history.problem.Refusal;
import chat.natter.history.reader.InMemoryReaders;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class SetPersonalTest {
    private static final Instant NOW = SomeMessages.NOW;

    private final SomeMessages some = new SomeMessages();
    private final UserId bob = some.bob;
    private final ConversationId talk = some.conversation;
    private final InMemoryMessages messages = new InMemoryMessages();
    private final InMemoryPersonal store = new InMemoryPersonal();
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final ToldDevices devices = new ToldDevices(store, new InMemoryReaders(), clock);
    private final List<PersonalNotice> told = devices.notices();
    private Visible visible = Visible.ALL;
    private final Audience audience = (conversation, user) -> visible;
    private final SetPersonal setPersonal =
            new SetPersonal(store, devices.tellPersonal(), audience, FindMessageIn.store(messages, audience), clock);

    @Test
    void tellsAllDevicesTheWholeOfIt() throws Exception {
        // Given
        change("{\"pinned\":true}");

        // When
        PersonalJson json = change("{\"mutedUntil\":\"2026-03-02T12:00:00Z\",\"archived\":true,\"colour\":\"red\"}");

        // Then
        assertThat(json).isEqualTo(new PersonalJson("2026-03-02T12:00:00.000Z", true, true, false));
        assertThat(setPersonal.of(bob, talk)).isEqualTo(json);
        assertThat(told.get(1))
                .isEqualTo(PersonalNotice.newBuilder()
                        .setConversation(talk.value())
                        .setMutedUntil(Instant.parse("2026-03-02T12:00:00Z").toEpochMilli())
                        .setArchived(true)
                        .setPinned(true)
                        .setAt(NOW.toEpochMilli())
                        .build());
    }

    @Test
    void isMutedNoLongerThanItWasSaid() throws Exception {
        change("{\"mutedUntil\":\"" + NOW.minus(Duration.ofSeconds(1)) + "\"}");
        assertThat(setPersonal.of(bob, talk).mutedUntil()).isNull();

        change("{\"mutedUntil\":\"9999-12-31T23:59:59.999Z\"}");
        assertThat(setPersonal.of(bob, talk).mutedUntil()).isNotNull();

        change("{\"mutedUntil\":null}");
        assertThat(setPersonal.of(bob, talk).mutedUntil()).isNull();
        assertThat(told.get(2).getMutedUntil()).isZero();
    }

    @Test
    void isUnreadUntilItIsReadOn() throws Exception {
        // Given
        store.read.put(talk, 4L);

        // When
        change("{\"unread\":true}");

        // Then
        assertThat(setPersonal.of(bob, talk).unread()).isTrue();
        store.read.put(talk, 5L);
        assertThat(setPersonal.of(bob, talk).unread()).isFalse();
    }

    @Test
    void starsAndHidesMessages() {
        // Given
        messages.write(some.messages(1, 3));

        // When
        setPersonal.star(bob, talk, 2, true);
        setPersonal.hide(bob, talk, 2);
        setPersonal.star(bob, talk, 2, false);

        // Then
        assertThat(told)
                .extracting(PersonalNotice::getMessage)
                .containsExactly(mark(true, false), mark(true, true), mark(false, true));
        assertThat(store.hidden(bob, talk, 1, 3)).containsExactly(2L);
        assertThat(store.hidden(some.alice, talk, 1, 3)).isEmpty();
    }

    @Test
    void refusesWhatIsNotThereOrNotTheUsersAndChangesNothing() {
        messages.write(some.messages(1, 3));

        assertRefused("target_unknown", () -> setPersonal.star(bob, talk, 9, true));
        assertRefused("target_unknown", () -> setPersonal.hide(bob, talk, 0));
        visible = new Visible(List.of());
        assertRefused("not_a_member", () -> setPersonal.hide(bob, talk, 1));
        assertRefused("not_a_member", () -> change("{\"archived\":true}"));

        assertThat(told).isEmpty();
        assertThat(store.of(bob)).isEmpty();
        assertThat(store.hidden(bob, talk, 0, 9)).isEmpty();
    }

    @Test
    void refusesAChangeThatItCannotRead() {
        for (String body : List.of(
                "[]",
                "7",
                "{\"archived\":1}",
                "{\"pinned\":null}",
                "{\"mutedUntil\":true}",
                "{\"mutedUntil\":\"tomorrow\"}",
                "{\"mutedUntil\":\"+10000-01-01T00:00:00Z\"}")) {
            assertRefused("bad_request", () -> change(body));
        }
        assertThat(told).isEmpty();
    }

    private PersonalJson change(String body) throws Exception {
        return setPersonal.change(bob, talk, PersonalChange.parse(new ObjectMapper().readTree(body)));
    }

    private static PersonalMark mark(boolean starred, boolean hidden) {
        return PersonalMark.newBuilder()
                .setSeq(2)
                .setStarred(starred)
                .setHidden(hidden)
                .build();
    }

    private static void assertRefused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.problem().code()).isEqualTo(code));
    }
}
