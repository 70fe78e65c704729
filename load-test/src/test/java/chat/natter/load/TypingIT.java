package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.client.rest.Window;
import chat.natter.contract.ConversationId;
import chat.natter.contract.PresenceState;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.ServerFrame;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Bob types on one gateway; who looks, on the other, sees it. */
class TypingIT {
    private static final Duration DEADLINE = Duration.ofSeconds(45);

    @RegisterExtension
    final Scene scene = new Scene();

    private final Person alice = scene.person();
    private final Person bob = scene.person();

    @Test
    void isShownWhereTheConversationIsOpenAndNowhereElse() {
        // Given
        ConversationId conversation = ConversationId.direct(alice.id(), bob.id());
        RawSocket his = open(bob, 2);
        RawSocket looking = watching(bob);
        looking.say(new ClientFrame.Viewing(List.of(conversation)));
        RawSocket elsewhere = open(alice.onAnotherDevice(), 1);
        elsewhere.say(new ClientFrame.Watch(null, List.of(bob.id())));

        // When
        awaitTyping(his, looking, conversation);
        his.say(Scene.send(alice.id(), "done"));

        // Then
        elsewhere.awaitFrame(ServerFrame.Message.class);
        looking.awaitFrame(ServerFrame.Message.class);
        assertThat(elsewhere.frames(ServerFrame.Typing.class)).isEmpty();
        assertThat(his.frames(ServerFrame.Typing.class)).isEmpty();
        assertThat(looking.frames(ServerFrame.Typing.class))
                .allSatisfy(typing -> assertThat(typing.user()).isEqualTo(bob.id()))
                .allSatisfy(typing -> assertThat(typing.conversation()).isEqualTo(conversation));
        await("the archive, which has the message and nothing else")
                .atMost(DEADLINE)
                .untilAsserted(() -> assertThat(alice.api()
                                .messages(conversation, new Window.Latest(10))
                                .messages())
                        .hasSize(1));
    }

    @Test
    void isHeldBackWhileNobodyLooksAndShownOnReturn() {
        // Given
        ConversationId conversation = ConversationId.direct(alice.id(), bob.id());
        RawSocket his = open(bob, 2);
        RawSocket looking = watching(bob);
        looking.say(new ClientFrame.Viewing(List.of(conversation)));
        awaitTyping(his, looking, conversation);
        looking.say(new ClientFrame.Activity(false));
        looking.say(new ClientFrame.Ping());
        looking.awaitFrame(ServerFrame.Pong.class);
        int before = looking.frames(ServerFrame.Typing.class).size();

        // When he types while she does not look
        his.say(new ClientFrame.Typing(conversation, true));
        his.say(Scene.send(alice.id(), "not the last one"));
        his.say(new ClientFrame.Typing(conversation, true));
        his.say(new ClientFrame.Ping());
        looking.awaitFrame(ServerFrame.Message.class);
        int meanwhile = looking.frames(ServerFrame.Typing.class).size();

        // Then
        assertThat(meanwhile).isEqualTo(before);
        await("typing on return")
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    his.say(new ClientFrame.Typing(conversation, true));
                    looking.say(new ClientFrame.Activity(false));
                    looking.say(new ClientFrame.Activity(true));
                    List<ServerFrame.Typing> seen = looking.frames(ServerFrame.Typing.class);
                    return seen.size() > before && seen.get(seen.size() - 1).on();
                });
    }

    @Test
    void isHiddenFromWhoWasBlocked() throws IOException, InterruptedException {
        // Given
        ConversationId conversation = ConversationId.direct(alice.id(), bob.id());
        RawSocket his = open(bob, 2);
        RawSocket looking = watching(bob);
        looking.say(new ClientFrame.Viewing(List.of(conversation)));
        awaitTyping(his, looking, conversation);

        // When
        assertThat(scene.call(bob, "PUT", "/v1/blocks/" + alice.id(), "").statusCode())
                .isEqualTo(204);
        await("bob to be gone")
                .atMost(DEADLINE)
                .until(() -> last(looking.frames(ServerFrame.Presence.class)).state() == PresenceState.OFFLINE);
        int before = looking.frames(ServerFrame.Typing.class).size();
        his.say(new ClientFrame.Typing(conversation, true));
        his.say(new ClientFrame.Typing(conversation, false));
        his.say(Scene.send(bob.id(), "a note to himself, behind it all"));
        his.awaitFrame(ServerFrame.Sent.class);

        // Then
        assertThat(looking.frames(ServerFrame.Typing.class)).hasSize(before);
    }

    @Test
    void isShownToMembersOfAGroupOnlyAsLongAsTheyAreMembers() {
        // Given
        Person carol = scene.person();
        GroupPerson owner = scene.keep(new GroupPerson(bob, scene.stack().gatewayUrl(2)));
        GroupPerson member = scene.keep(new GroupPerson(alice, scene.stack().gatewayUrl(1)));
        GroupPerson other = scene.keep(new GroupPerson(carol, scene.stack().gatewayUrl(1)));
        ConversationId group = owner.create("typists", member, other);
        RawSocket bobs = open(bob.onAnotherDevice(), 2);
        RawSocket alices = open(alice.onAnotherDevice(), 1);
        RawSocket carols = open(carol.onAnotherDevice(), 1);
        alices.say(new ClientFrame.Viewing(List.of(group)));
        carols.say(new ClientFrame.Viewing(List.of(group)));
        awaitTyping(bobs, alices, group);
        awaitTyping(bobs, carols, group);

        // When alice is removed
        owner.change(group, new GroupAction.Remove(List.of(alice.id())));
        int before = alices.frames(ServerFrame.Typing.class).size();
        int carolsBefore = carols.frames(ServerFrame.Typing.class).size();
        await("carol to see more")
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(600))
                .until(() -> {
                    bobs.say(new ClientFrame.Typing(group, true));
                    bobs.say(new ClientFrame.Typing(group, false));
                    return carols.frames(ServerFrame.Typing.class).size() > carolsBefore + 3;
                });

        // Then
        assertThat(alices.frames(ServerFrame.Typing.class)).hasSize(before);
    }

    private RawSocket open(Person person, int gateway) {
        RawSocket socket = scene.socket(person, gateway);
        socket.awaitFrame(ServerFrame.Synced.class);
        return socket;
    }

    /** A socket of alice's that knows that the other is online. */
    private RawSocket watching(Person other) {
        RawSocket socket = open(alice, 1);
        socket.say(new ClientFrame.Watch(null, List.of(other.id())));
        socket.awaitFrame(ServerFrame.Presence.class, presence -> presence.state() == PresenceState.ONLINE);
        return socket;
    }

    /** He types until she sees it: what she has open is not known everywhere at once. */
    private static void awaitTyping(RawSocket his, RawSocket hers, ConversationId conversation) {
        await("typing").atMost(DEADLINE).pollInterval(Duration.ofMillis(600)).until(() -> {
            his.say(new ClientFrame.Typing(conversation, true));
            his.say(new ClientFrame.Typing(conversation, false));
            return hers.frames(ServerFrame.Typing.class).stream().anyMatch(typing -> !typing.on());
        });
    }

    private static <F> F last(List<F> frames) {
        return frames.get(frames.size() - 1);
    }
}
