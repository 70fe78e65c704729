package chat.natter.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import chat.natter.client.media.UnfinishedUploads;
import chat.natter.client.media.UploadFile;
import chat.natter.client.media.UploadedFile;
import chat.natter.client.rest.ApiRefused;
import chat.natter.client.rest.MediaApi;
import chat.natter.client.rest.UserApi;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MediaId;
import chat.natter.contract.frame.Action;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.LogEntry;
import chat.natter.contract.frame.ServerFrame;
import chat.natter.contract.frame.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A topic on two gateways: alice publishes, bob and carol read. */
class TopicIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CODE = "a-code-of-at-least-22-characters";

    @RegisterExtension
    final Scene scene = new Scene();

    @TempDir
    Path folder = Path.of("");

    private final GroupPerson alice = member(1);
    private final GroupPerson bob = member(1);
    private final GroupPerson carol = member(2);

    @Test
    void readersAreToldAndPullWithoutACopyOfTheirOwn() {
        // Given
        ConversationId topic = alice.createTopic("Canteen", true);
        awaitArchived(topic, 1);
        bob.readTopic(topic, 1);
        carol.readTopic(topic, 1);

        // When
        Target first = alice.say(topic, "soup");
        Target second = alice.say(topic, "fish");
        alice.act(topic, Action.EDIT, second, "meat");
        long last = alice.act(topic, Action.RETRACT, first, "");

        // Then
        for (GroupPerson reader : new GroupPerson[] {bob, carol}) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(reader.read(topic))
                            .extracting(LogEntry::seq)
                            .containsExactly(2L, 3L, 4L, last));
            assertThat(reader.news(topic))
                    .extracting(ServerFrame.News::seq)
                    .last()
                    .isEqualTo(last);
            assertThat(reader.messages(topic)).as("copies").isEmpty();
        }
        assertThat(bob.isRefusedToSay(topic, "yummy")).isEqualTo("not_a_publisher");
        assertThat(bob.isRefused(topic, new GroupAction.Join(CODE))).isEqualTo("forbidden");
    }

    @Test
    void aFollowedTopicIsAmongTheReadersConversationsUntilItIsNot() throws Exception {
        // Given
        ConversationId topic = alice.createTopic("Canteen", true);
        awaitArchived(topic, 1);
        UserApi api = bob.person().api();
        assertThat(api.topics()).doesNotContainKey(topic);

        // When
        api.follow(topic, null);
        api.follow(topic, null);

        // Then
        assertThat(api.topics()).containsEntry(topic, 1L);
        assertThat(alice.person().api().topics()).as("who publishes").containsKey(topic);
        String shown = scene.call(bob.person(), "GET", "/v1/conversations/" + topic, "")
                .body();
        assertThat(shown)
                .contains("\"title\":\"Canteen\"", "\"public\":true", "\"following\":true")
                .doesNotContain("members");

        awaitToldOfFollowing(topic, true);

        // When
        api.unfollow(topic);

        // Then
        assertThat(api.topics()).doesNotContainKey(topic);
        awaitToldOfFollowing(topic, false);
    }

    @Test
    void oneComesToATopicThatIsNotPublicByItsLinkAlone() {
        // Given
        ConversationId topic = alice.createTopic("Board", false);
        alice.change(topic, new GroupAction.Invite(CODE, null));
        long said = alice.say(topic, "secret").seq();
        awaitArchived(topic, said);
        UserApi api = bob.person().api();

        // Then
        assertThat(bob.readTopic(topic, 0)).isEqualTo("not_a_member");
        assertThat(bob.isRefusedToPull(topic, 1, said)).isEqualTo("not_a_member");
        refuses("not_a_member", () -> api.follow(topic, null));
        refuses("gone", () -> api.follow(topic, "another-code-of-22-characters"));

        // When
        api.follow(topic, CODE);

        // Then
        assertThat(bob.readTopic(topic, 0)).isEqualTo(Long.toString(said));
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(bob.read(topic)).extracting(LogEntry::seq).containsExactly(1L, 2L, said));

        // When
        refuses("not_a_publisher", () -> api.removeReader(topic, carol.person().id()));
        alice.person().api().removeReader(topic, bob.person().id());
        long revoked = alice.change(topic, new GroupAction.Revoke());
        awaitArchived(topic, revoked);

        // Then
        assertThat(bob.isRefusedToPull(topic, 1, said)).isEqualTo("not_a_member");
        refuses("gone", () -> api.follow(topic, CODE));
    }

    @Test
    void theFilesOfATopicThatIsNotPublicAreForThoseWhoFollowIt() throws IOException {
        // Given
        ConversationId topic = alice.createTopic("Board", false);
        alice.change(topic, new GroupAction.Invite(CODE, null));
        Path file = Files.writeString(folder.resolve("minutes.txt"), "All agreed.");
        UploadedFile minutes =
                new UploadFile(alice.person().api().media(), UnfinishedUploads.NONE).upload(file, bytes -> {});
        awaitArchived(topic, alice.say(topic, minutes.content()).seq());
        MediaApi media = bob.person().api().media();
        refuses("forbidden", () -> media.address(minutes.mediaId()));

        // When
        bob.person().api().follow(topic, CODE);

        // Then
        await().atMost(SOON).until(() -> isOpen(media, minutes.mediaId()));

        // When
        alice.person().api().removeReader(topic, bob.person().id());

        // Then
        await().atMost(SOON).until(() -> !isOpen(media, minutes.mediaId()));
        refuses("forbidden", () -> carol.person().api().media().address(minutes.mediaId()));
    }

    private static boolean isOpen(MediaApi media, MediaId file) {
        try {
            media.address(file);
            return true;
        } catch (ApiRefused e) {
            assertThat(e.code()).isEqualTo("forbidden");
            return false;
        }
    }

    private void awaitToldOfFollowing(ConversationId topic, boolean following) {
        await("what bob's device is told")
                .atMost(SOON)
                .untilAsserted(() -> assertThat(bob.personal())
                        .isNotEmpty()
                        .last()
                        .satisfies(told -> {
                            assertThat(told.conversation()).isEqualTo(topic);
                            assertThat(told.following()).isEqualTo(following);
                        }));
    }

    private static void refuses(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ApiRefused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private void awaitArchived(ConversationId topic, long seq) {
        await("the archive").atMost(SOON).until(() -> {
            UserApi api = alice.person().api();
            return api.topics().getOrDefault(topic, 0L) >= seq;
        });
    }

    private GroupPerson member(int gateway) {
        return scene.keep(new GroupPerson(scene.person(), scene.stack().gatewayUrl(gateway)));
    }
}
