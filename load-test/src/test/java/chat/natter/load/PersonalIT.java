package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chat.natter.contract.ConversationId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.LogEntry;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.Target;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people set for themselves, and what their list of conversations and their receipts show. */
class PersonalIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final ObjectMapper JSON = new ObjectMapper();

    @RegisterExtension
    final Scene scene = new Scene();

    private final GroupPerson alice = member(1);
    private final GroupPerson bob = member(2);
    private final ConversationId talk =
            ConversationId.direct(alice.person().id(), bob.person().id());

    @Test
    void whatIsSetReachesTheDeviceAndTheListAndNobodyElse() throws Exception {
        // Given
        alice.say(talk, "one");
        alice.say(talk, "two");
        awaitArchived(2);

        // When
        HttpResponse<String> answer = scene.call(
                bob.person(),
                "PATCH",
                "/v1/conversations/" + talk + "/personal",
                "{\"mutedUntil\":\"2099-01-01T00:00:00Z\",\"pinned\":true}");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()))
                .isEqualTo(
                        JSON.readTree(
                                "{\"mutedUntil\":\"2099-01-01T00:00:00.000Z\",\"archived\":false,\"pinned\":true,\"unread\":false}"));
        await().atMost(SOON).until(() -> bob.personal().size() == 1);
        ServerFrame.Personal told = bob.personal().get(0);
        assertThat(told.conversation()).isEqualTo(talk);
        assertThat(told.mutedUntil()).isNotNull();
        assertThat(told.pinned()).isTrue();
        assertThat(told.archived()).isFalse();
        JsonNode listed = listed(bob);
        assertThat(listed.path("pinned").asBoolean()).isTrue();
        assertThat(listed.path("unreadCount").asInt()).isEqualTo(2);
        assertThat(listed.at("/last/content/text").asText()).isEqualTo("two");
        assertThat(listed(alice).has("pinned")).isFalse();
        assertThat(listed(alice).path("unreadCount").asInt()).isZero();
        assertThat(alice.personal()).isEmpty();
    }

    @Test
    void aMessageThatIsDeletedForOneselfIsThereForTheOthers() throws Exception {
        // Given
        long first = alice.say(talk, "seen").seq();
        long second = alice.say(talk, "unwanted").seq();
        awaitArchived(second);

        // When
        assertThat(call(bob, "PUT", "/messages/" + first + "/star")).isEqualTo(204);
        assertThat(call(bob, "DELETE", "/messages/" + second)).isEqualTo(204);

        // Then
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(bob.personal())
                        .extracting(ServerFrame.Personal::message)
                        .containsExactly(
                                new ServerFrame.PersonalMark(first, true, false),
                                new ServerFrame.PersonalMark(second, false, true)));
        ServerFrame.Page page = bob.pull(talk, 1, 9);
        assertThat(page.messages()).extracting(LogEntry::seq).containsExactly(first);
        assertThat(page.holes()).containsExactly(new ServerFrame.Hole(second, second, "hidden"));
        assertThat(alice.pull(talk, 1, 9).messages()).hasSize(2);
        JsonNode messages = get(bob, "/v1/conversations/" + talk + "/messages").path("messages");
        assertThat(messages).hasSize(1);
        assertThat(messages.get(0).path("starred").asBoolean()).isTrue();
        assertThat(get(bob, "/v1/stars").at("/messages/0/seq").asLong()).isEqualTo(first);
        assertThat(get(alice, "/v1/stars").path("messages")).isEmpty();

        // When
        assertThat(call(bob, "DELETE", "/messages/" + first + "/star")).isEqualTo(204);

        // Then
        assertThat(get(bob, "/v1/stars").path("messages")).isEmpty();
    }

    @Test
    void whatSomebodySaidWhileBlockedIsNeverShown() throws Exception {
        // Given
        Target lunch = alice.say(talk, "lunch?");
        await().atMost(SOON).until(() -> bob.seqs(talk).contains(lunch.seq()));
        String block = "/v1/blocks/" + alice.person().id();

        // When
        assertThat(scene.call(bob.person(), "PUT", block, "").statusCode()).isEqualTo(204);
        alice.say(talk, "can you hear me?");
        alice.act(talk, Action.EDIT, lunch, "supper?");
        assertThat(scene.call(bob.person(), "DELETE", block, "").statusCode()).isEqualTo(204);
        Target after = alice.say(talk, "and now?");

        // Then
        await().atMost(SOON).until(() -> bob.seqs(talk).contains(after.seq()));
        awaitArchived(after.seq());
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(bob.pull(talk, 1, 9).messages())
                        .extracting(LogEntry::seq)
                        .containsExactly(lunch.seq(), after.seq()));
        assertThat(get(bob, "/v1/conversations/" + talk + "/messages")
                        .path("messages")
                        .findValuesAsText("text"))
                .containsExactly("lunch?", "and now?");
        assertThat(listed(bob).path("unreadCount").asInt()).isEqualTo(2);
        assertThat(alice.pull(talk, 1, 9).messages()).hasSize(4);
    }

    @Test
    void refusesWhatIsNotTheirs() throws Exception {
        GroupPerson carol = member(1);
        alice.say(talk, "between us");
        awaitArchived(1);

        assertThat(call(carol, "DELETE", "/messages/1")).isEqualTo(403);
        assertThat(call(carol, "PUT", "/messages/1/star")).isEqualTo(403);
        assertThat(call(bob, "PUT", "/messages/99/star")).isEqualTo(404);
        assertThat(carol.personal()).isEmpty();
        assertThat(bob.personal()).isEmpty();
    }

    @Test
    void theAuthorOfAMessageToAGroupSeesHowFarTheOthersAre() {
        // Given
        GroupPerson carol = member(1);
        ConversationId group = alice.create("Team", bob, carol);
        long said = alice.say(group, "who has read this?").seq();
        await().atMost(SOON).until(() -> bob.seqs(group).contains(said));
        await().atMost(SOON).until(() -> carol.seqs(group).contains(said));

        // When
        bob.read(group, said);

        // Then
        String path = "/v1/conversations/" + group + "/messages/" + said + "/receipts";
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode receipts = get(alice, path);
            assertThat(receipts.path("audience").asInt()).isEqualTo(2);
            assertThat(texts(receipts.path("delivered")))
                    .containsExactlyInAnyOrder(
                            bob.person().id().value(), carol.person().id().value());
            assertThat(texts(receipts.path("read")))
                    .containsExactly(bob.person().id().value());
        });
        assertThat(get(bob, path).path("code").asText()).isEqualTo("not_the_author");
        long removal = alice.change(
                group, new GroupAction.Remove(List.of(carol.person().id())));
        long later = alice.say(group, "without carol").seq();
        assertThat(later).isGreaterThan(removal);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(get(alice, "/v1/conversations/" + group + "/messages/" + later + "/receipts")
                                        .path("audience")
                                        .asInt())
                                .isEqualTo(1));
    }

    private JsonNode listed(GroupPerson person) {
        JsonNode all = get(person, "/v1/conversations?details=true").path("conversations");
        for (JsonNode one : all) {
            if (one.path("conversation").asText().equals(talk.value())) {
                return one;
            }
        }
        throw new AssertionError("not listed");
    }

    private int call(GroupPerson person, String method, String path) throws IOException, InterruptedException {
        return scene.call(person.person(), method, "/v1/conversations/" + talk + path, "")
                .statusCode();
    }

    private JsonNode get(GroupPerson person, String path) {
        try {
            return JSON.readTree(scene.call(person.person(), "GET", path, "").body());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static List<String> texts(JsonNode array) {
        return JSON.convertValue(array, JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    private void awaitArchived(long seq) {
        await("the archive").atMost(SOON).until(() -> bob.pull(talk, 1, 1).head() >= seq);
    }

    private GroupPerson member(int gateway) {
        return scene.keep(new GroupPerson(scene.person(), scene.stack().gatewayUrl(gateway)));
    }
}
