package chat.natter.message.typing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.ConversationId;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Typing;
import chat.natter.contract.record.TypingRecord;
import chat.natter.contract.record.Viewing;
import chat.natter.message.stage.UnreadableRecord;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Alice, Bob and Carol in a group; Mallory is outside. */
final class PassOnTypingTest {
    private static final ConversationId GROUP = new ConversationId("g-01jg0000000000000000000001");
    private static final String ALICE = "01ja0000000000000000000001";
    private static final String BOB = "01ja0000000000000000000002";
    private static final String CAROL = "01ja0000000000000000000003";
    private static final String MALLORY = "01ja0000000000000000000004";

    private final Set<String> members = new LinkedHashSet<>(List.of(ALICE, BOB, CAROL));
    private final List<String> told = new ArrayList<>();
    private final PassOnTyping passOn = new PassOnTyping(
            conversation -> members::contains, (gateway, delivery, at) -> told.add(text(gateway, delivery)));
    private long now = 1_000_000;

    @Test
    void tellsEachGatewayWhereSomebodyLooksOnce() {
        // Given
        views(BOB, "bob-phone", "gateway-1");
        views(BOB, "bob-web", "gateway-2");
        views(CAROL, "carol-phone", "gateway-2");
        told.clear();

        // When
        types(ALICE, true);
        types(ALICE, false);

        // Then
        assertThat(told)
                .containsExactlyInAnyOrder(
                        "gateway-1: alice types",
                        "gateway-2: alice types",
                        "gateway-1: alice stops",
                        "gateway-2: alice stops");
    }

    @Test
    void tellsNobodyWhoDoesNotLook() {
        // Given
        views(BOB, "bob-phone", "gateway-1");
        closes(BOB, "bob-phone", "gateway-1");
        views(ALICE, "alice-phone", "gateway-2");
        told.clear();

        // When
        types(ALICE, true);

        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void answersAMemberOnceThatItSees() {
        // When
        views(BOB, "bob-phone", "gateway-1");
        now += 30_000;
        views(BOB, "bob-phone", "gateway-1");

        // Then
        assertThat(told).containsExactly("gateway-1: bob-phone sees");
    }

    @Test
    void hidesTheGroupFromOutside() {
        // When
        views(MALLORY, "m", "gateway-1");
        views(BOB, "bob-phone", "gateway-2");
        told.clear();
        types(ALICE, true);
        types(MALLORY, true);

        // Then
        assertThat(told).containsExactly("gateway-2: alice types");
    }

    @Test
    void tellsWhoWasRemovedThatItSeesNoMoreBeforeTheNextOneTypes() {
        // Given
        views(BOB, "bob-phone", "gateway-1");
        views(CAROL, "carol-phone", "gateway-1");
        told.clear();

        // When
        members.remove(BOB);
        types(ALICE, true);
        types(ALICE, true);

        // Then
        assertThat(told)
                .containsExactly(
                        "gateway-1: bob-phone sees no more", "gateway-1: alice types", "gateway-1: alice types");
    }

    @Test
    void letsBackInWhoWasAddedAgain() {
        // Given
        members.remove(BOB);
        views(BOB, "bob-phone", "gateway-1");

        // When
        members.add(BOB);
        views(BOB, "bob-phone", "gateway-1");

        // Then
        assertThat(told).containsExactly("gateway-1: bob-phone sees");
    }

    @Test
    void leavesOutWhatIsOver() {
        // Given
        views(BOB, "bob-phone", "gateway-1");
        told.clear();

        // When
        long before = now;
        now += PassOnTyping.WORTH_MILLIS;
        passOn.process(GROUP, typing(ALICE, true), before, now);

        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void forgetsWhoseGatewayDied() {
        // Given
        views(BOB, "bob-phone", "gateway-1");
        told.clear();

        // When
        now += PassOnTyping.OPEN_MILLIS;
        passOn.forget(now);
        types(ALICE, true);

        // Then
        assertThat(told).isEmpty();
    }

    @Test
    void keepsNoMoreThanSoMany() {
        // When
        for (int device = 0; device <= Viewers.AT_MOST; device++) {
            views(BOB, "device-" + device, "gateway-1");
        }

        // Then
        assertThat(told).hasSize(Viewers.AT_MOST);
    }

    @Test
    void cannotReadWhatIsNewerThanItself() {
        assertThatThrownBy(() -> passOn.process(
                        GROUP, TypingRecord.newBuilder().setUser(ALICE).build(), now, now))
                .isInstanceOf(UnreadableRecord.class);
    }

    private void views(String user, String session, String gateway) {
        say(user, session, gateway, true);
    }

    private void closes(String user, String session, String gateway) {
        say(user, session, gateway, false);
    }

    private void say(String user, String session, String gateway, boolean on) {
        TypingRecord record = TypingRecord.newBuilder()
                .setUser(user)
                .setSession(session)
                .setGateway(gateway)
                .setViewing(Viewing.newBuilder().setOn(on))
                .build();
        passOn.process(GROUP, record, now, now);
    }

    private void types(String user, boolean on) {
        passOn.process(GROUP, typing(user, on), now, now);
    }

    private static TypingRecord typing(String user, boolean on) {
        return TypingRecord.newBuilder()
                .setUser(user)
                .setTyping(Typing.newBuilder().setOn(on))
                .build();
    }

    private static String text(String gateway, Delivery delivery) {
        if (delivery.hasViewing()) {
            return gateway + ": " + delivery.getSession()
                    + (delivery.getViewing().getOn() ? " sees" : " sees no more");
        }
        assertThat(delivery.getSession()).isEmpty();
        assertThat(delivery.getTyping().getConversation()).isEqualTo(GROUP.value());
        String user = delivery.getTyping().getUser().equals(ALICE) ? "alice" : "somebody";
        return gateway + ": " + user + (delivery.getTyping().getOn() ? " types" : " stops");
    }
}
