package chat.natter.gateway.session;

import static chat.natter.gateway.session.OneSession.ALICE;
import static chat.natter.gateway.session.OneSession.BOB;
import static chat.natter.gateway.session.OneSession.CAROL;
import static chat.natter.gateway.session.OneSession.WITH_BOB;
import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.CloseCode;
import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Presence;
import chat.natter.contract.record.PresenceDelivery;
import chat.natter.contract.record.TypingDelivery;
import chat.natter.contract.record.TypingRecord;
import chat.natter.contract.record.ViewingDelivery;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Alice types to Bob, and sees him type. */
final class FollowTypingTest {
    private static final ConversationId GROUP = new ConversationId("g-01jg0000000000000000000001");

    private final OneSession one = new OneSession();

    @BeforeEach
    void open() {
        one.opened();
    }

    @Test
    void passesOnThatSheTypesNoMoreOftenThanNeeded() {
        // When
        types(true);
        one.clock.advance(Duration.ofMillis(2_999));
        types(true);
        one.clock.advance(Duration.ofMillis(1));
        types(true);
        types(false);
        types(false);

        // Then
        assertThat(typed()).containsExactly(true, true, false);
        TypingRecord first = one.publisher.typing().get(0);
        assertThat(first.getUser()).isEqualTo(ALICE.value());
        assertThat(first.getGateway()).isEqualTo(OneSession.GATEWAY.value());
        assertThat(one.publisher.records()).hasSize(1);
        assertThat(one.publisher.commands()).isEmpty();
    }

    @Test
    void refusesWhoGoesBackAndForthTooFast() {
        // When
        IntStream.range(0, 30).forEach(time -> {
            types(true);
            types(false);
        });

        // Then
        assertThat(typed()).hasSizeLessThan(60);
        assertThat(failures()).contains("rate_limited");
        assertThat(one.socket.closes()).isEmpty();
    }

    @Test
    void closesWhoIgnoresThatForLong() {
        // When
        IntStream.range(0, 2_000).forEach(time -> {
            types(true);
            types(false);
        });

        // Then
        assertThat(one.socket.closes()).containsExactly(CloseCode.RATE_LIMITED);
    }

    @Test
    void startsAnewAfterAMessage() {
        // Given
        types(true);

        // When
        one.send("01930e2f-6d2b-7c41-9f52-1b2f0c1d2e3f", "{\"user\":\"" + BOB + "\"}", "{\"kind\":\"text\"}");
        types(true);

        // Then
        assertThat(typed()).containsExactly(true, true);
    }

    @Test
    void saysThatItIsOverWhenTheSocketEnds() {
        // Given
        views(WITH_BOB);
        types(true);

        // When
        one.session.ended();

        // Then
        assertThat(typed()).containsExactly(true, false);
        assertThat(viewed()).containsExactly(true, false);
        assertThat(one.registry.viewed()).isEmpty();
    }

    @Test
    void keepsOutOfTheConversationsOfOthers() {
        // When
        ConversationId others = ConversationId.direct(BOB, CAROL);
        views(others);
        one.receive("{\"type\":\"typing\",\"conversation\":\"" + others + "\",\"on\":true}");

        // Then
        assertThat(one.publisher.typing()).isEmpty();
        assertThat(failures()).containsExactly("not_a_member", "not_a_member");
    }

    @Test
    void tellsWhatIsOpenOnceAndAgainFromTimeToTime() {
        // When
        views(WITH_BOB);
        views(WITH_BOB, GROUP);
        one.tickAfter(Duration.ofSeconds(20));
        one.tickAfter(Duration.ofSeconds(10));
        views();

        // Then
        assertThat(viewed()).containsExactly(true, true, true, true, false, false);
    }

    @Test
    void refusesToHaveTooMuchOpen() {
        // When
        views(IntStream.range(0, 9)
                .mapToObj(number -> new ConversationId("g-01jg000000000000000000000" + number))
                .toArray(ConversationId[]::new));

        // Then
        assertThat(failures()).containsExactly("too_large");
        assertThat(one.publisher.typing()).isEmpty();
    }

    @Test
    void showsWhoTypesWhereSheLooks() {
        // Given
        seesBob();

        // When
        bobTypes(true);
        bobTypes(true);
        bobTypes(false);
        bobTypes(false);

        // Then
        assertThat(shown()).containsExactly(typing(true), typing(true), typing(false));
    }

    @Test
    void showsNothingBeforeItIsKnownThatSheMayLook() {
        // Given
        watches(true);
        views(WITH_BOB);

        // When
        bobTypes(true);

        // Then
        assertThat(shown()).isEmpty();
    }

    @Test
    void showsNothingOfWhomSheMayNotSeeOnline() {
        // Given
        watches(false);
        views(WITH_BOB);
        mayLook(WITH_BOB, true);

        // When
        bobTypes(true);

        // Then
        assertThat(shown()).isEmpty();
    }

    @Test
    void showsAllMembersOfAGroup() {
        // Given
        views(GROUP);
        mayLook(GROUP, true);

        // When
        typesIn(GROUP, CAROL, true);
        typesIn(GROUP, ALICE, true);

        // Then
        assertThat(shown()).containsExactly(new ServerFrame.Typing(GROUP, CAROL, true));
    }

    @Test
    void showsNothingOfAGroupThatSheIsNoMemberOfAnyMore() {
        // Given
        views(GROUP);
        mayLook(GROUP, true);

        // When
        mayLook(GROUP, false);
        typesIn(GROUP, CAROL, true);

        // Then
        assertThat(shown()).isEmpty();
    }

    @Test
    void showsNothingOfWhatIsClosedAgain() {
        // Given
        seesBob();
        views();

        // When
        bobTypes(true);

        // Then
        assertThat(shown()).isEmpty();
    }

    @Test
    void holdsItBackWhileNobodyLooksAndThenShowsWhoStillTypes() {
        // Given
        seesBob();
        activity(false);

        // When
        bobTypes(true);
        one.clock.advance(Duration.ofSeconds(2));
        bobTypes(true);

        // Then
        assertThat(shown()).isEmpty();

        // When
        activity(true);

        // Then
        assertThat(shown()).containsExactly(typing(true));
    }

    @Test
    void showsOnReturnThatItIsOver() {
        // Given
        seesBob();
        bobTypes(true);
        activity(false);

        // When
        bobTypes(false);
        activity(true);

        // Then
        assertThat(shown()).containsExactly(typing(true), typing(false));
    }

    @Test
    void forgetsOnReturnWhatIsLongOver() {
        // Given
        seesBob();
        activity(false);
        bobTypes(true);

        // When
        one.tickAfter(Duration.ofSeconds(6));
        activity(true);

        // Then
        assertThat(shown()).isEmpty();
    }

    @Test
    void takesAMessageForTheEnd() {
        // Given
        seesBob();
        activity(false);
        bobTypes(true);

        // When
        one.deliverMessage(1);
        activity(true);

        // Then
        assertThat(shown()).isEmpty();
    }

    private void seesBob() {
        watches(true);
        views(WITH_BOB);
        mayLook(WITH_BOB, true);
    }

    private void types(boolean on) {
        one.receive("{\"type\":\"typing\",\"conversation\":\"" + WITH_BOB + "\",\"on\":" + on + "}");
    }

    private void views(ConversationId... conversations) {
        String ids = Stream.of(conversations).map(id -> '"' + id.value() + '"').collect(Collectors.joining(","));
        one.receive("{\"type\":\"viewing\",\"conversations\":[" + ids + "]}");
    }

    private void activity(boolean active) {
        one.receive("{\"type\":\"activity\",\"active\":" + active + "}");
    }

    private void watches(boolean shown) {
        one.receive("{\"type\":\"watch\",\"users\":[\"" + BOB + "\"]}");
        one.session.deliver(Delivery.newBuilder()
                .setSession("this one")
                .setPresence(PresenceDelivery.newBuilder()
                        .setUser(BOB.value())
                        .setState(Presence.State.ONLINE)
                        .setShowsState(shown))
                .build());
    }

    private void mayLook(ConversationId conversation, boolean may) {
        one.session.deliver(Delivery.newBuilder()
                .setViewing(ViewingDelivery.newBuilder()
                        .setConversation(conversation.value())
                        .setOn(may))
                .build());
    }

    private void bobTypes(boolean on) {
        typesIn(WITH_BOB, BOB, on);
    }

    private void typesIn(ConversationId conversation, UserId user, boolean on) {
        one.session.deliver(Delivery.newBuilder()
                .setTyping(TypingDelivery.newBuilder()
                        .setConversation(conversation.value())
                        .setUser(user.value())
                        .setOn(on))
                .build());
    }

    private static ServerFrame.Typing typing(boolean on) {
        return new ServerFrame.Typing(WITH_BOB, BOB, on);
    }

    private List<ServerFrame.Typing> shown() {
        return one.socket.frames(ServerFrame.Typing.class);
    }

    private List<String> failures() {
        return one.socket.frames(ServerFrame.Failure.class).stream()
                .map(ServerFrame.Failure::code)
                .toList();
    }

    private List<Boolean> typed() {
        return one.publisher.typing().stream()
                .filter(TypingRecord::hasTyping)
                .map(record -> record.getTyping().getOn())
                .toList();
    }

    private List<Boolean> viewed() {
        return one.publisher.typing().stream()
                .filter(TypingRecord::hasViewing)
                .map(record -> record.getViewing().getOn())
                .toList();
    }
}
