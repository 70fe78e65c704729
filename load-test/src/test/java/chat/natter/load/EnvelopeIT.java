package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.LogEntry;
import chat.natter.contract.frame.Mentions;
import chat.natter.contract.frame.ServerFrame;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What stands on messages beside their content, from one device to another and to the archive. */
class EnvelopeIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    final Scene scene = new Scene();

    private final GroupPerson alice = member(1);
    private final GroupPerson bob = member(2);
    private final ConversationId talk =
            ConversationId.direct(alice.person().id(), bob.person().id());

    @Test
    void aMessageSaysHowOftenItWasPassedOnAndWhomItMentions() throws Exception {
        // Given
        Mentions mentions = new Mentions(List.of(bob.person().id()), true);

        // When
        long seq = alice.say(talk, "look at this", 6, mentions);

        // Then
        LogEntry received = received(bob, seq).entry();
        assertThat(received.forwarded()).isEqualTo(6);
        assertThat(received.mentions()).isEqualTo(mentions);
        await("the archive").atMost(SOON).until(() -> bob.pull(talk, 1, 1).head() >= seq);
        assertThat(bob.pull(talk, seq, seq).messages()).containsExactly(received);
        JsonNode stored = get(bob, "/v1/conversations/" + talk + "/messages").at("/messages/0");
        assertThat(stored.path("forwarded").asInt()).isEqualTo(6);
        assertThat(stored.at("/mentions/0").asText())
                .isEqualTo(bob.person().id().value());
        assertThat(stored.path("mentionsAll").asBoolean()).isTrue();
        assertThat(mentionCount(bob)).isEqualTo(1);
        assertThat(mentionCount(alice)).isZero();

        // When
        bob.read(talk, seq);

        // Then
        await("the read mark").atMost(SOON).until(() -> mentionCount(bob) == 0);
    }

    @Test
    void twoPeopleLetTheirMessagesVanish() throws Exception {
        // Given
        alice.say(talk, "stays");

        // When
        long timer = bob.change(talk, GroupAction.Settings.timer(3_600));
        long seq = alice.say(talk, "vanishes").seq();

        // Then
        assertThat(received(alice, timer).action()).isEqualTo(Action.GROUP);
        ServerFrame.Message received = received(bob, seq);
        assertThat(received.expiresAt()).isEqualTo(received.at().plusSeconds(3_600));
        assertThat(bob.messages(talk).get(0).expiresAt()).isNull();
        await("the archive")
                .atMost(SOON)
                .until(() -> get(alice, "/v1/conversations/" + talk)
                                .at("/settings/expireAfter")
                                .asInt()
                        == 3_600);
        assertThat(get(member(1), "/v1/conversations/" + talk).path("code").asText())
                .isEqualTo("not_a_member");
    }

    @Test
    void aBroadcastReachesEachWhoHasWrittenOnce() {
        // Given
        GroupPerson carol = member(1);
        GroupPerson dave = member(2);
        ConversationId withCarol =
                ConversationId.direct(alice.person().id(), carol.person().id());
        bob.say(talk, "write to me");
        carol.say(withCarol, "to me too");
        MessageId id = new MessageId(UUID.randomUUID());

        // When
        ServerFrame.Spread spread = alice.spread(id, "happy new year", bob, carol, dave);
        ServerFrame.Spread again = alice.spread(id, "happy new year", bob, carol, dave);

        // Then
        assertThat(spread.sent())
                .extracting(ServerFrame.Reached::user, ServerFrame.Reached::seq)
                .containsExactlyInAnyOrder(
                        tuple(bob.person().id(), 2L), tuple(carol.person().id(), 2L));
        assertThat(spread.refused())
                .containsExactly(new ServerFrame.Unreached(dave.person().id(), "forbidden"));
        assertThat(again.sent()).containsExactlyInAnyOrderElementsOf(spread.sent());
        assertThat(received(bob, 2).id()).isEqualTo(id);
        assertThat(received(carol, 2, withCarol).content().json()).contains("happy new year");

        // When
        carol.say(withCarol, "and to you");

        // Then
        assertThat(received(alice, 3, withCarol).content().json()).contains("and to you");
        assertThat(bob.seqs(talk)).containsExactly(2L);
    }

    private int mentionCount(GroupPerson person) throws IOException, InterruptedException {
        JsonNode listed = get(person, "/v1/conversations?details=true").path("conversations");
        assertThat(listed).hasSize(1);
        return listed.get(0).path("mentionCount").asInt(-1);
    }

    private ServerFrame.Message received(GroupPerson person, long seq) {
        return received(person, seq, talk);
    }

    private static ServerFrame.Message received(GroupPerson person, long seq, ConversationId in) {
        await("the entry")
                .atMost(SOON)
                .until(() -> person.messages(in).stream().anyMatch(message -> message.seq() == seq));
        return person.messages(in).stream()
                .filter(message -> message.seq() == seq)
                .findFirst()
                .orElseThrow();
    }

    private JsonNode get(GroupPerson person, String path) throws IOException, InterruptedException {
        return JSON.readTree(scene.call(person.person(), "GET", path, "").body());
    }

    private GroupPerson member(int gateway) {
        return scene.keep(new GroupPerson(scene.person(), scene.stack().gatewayUrl(gateway)));
    }
}
