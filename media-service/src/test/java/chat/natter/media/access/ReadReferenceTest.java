package chat.natter.media.access;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MediaId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupChanged;
import chat.natter.contract.record.GroupCreated;
import chat.natter.contract.record.GroupProfile;
import chat.natter.contract.record.MessageAccepted;
import chat.natter.contract.record.MessageChanged;
import chat.natter.media.item.SomeItems;
import com.google.protobuf.ByteString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadReferenceTest {
    private final UserId alice = SomeItems.user();
    private final ConversationId conversation = ConversationId.direct(alice, SomeItems.user());
    private final MediaId media =
            SomeItems.of(alice, SomeItems.BYTES, "image/png", null).id();

    @Test
    void findsTheFileOfAMessage() {
        String content = "{\"kind\":\"media\",\"caption\":{\"ref\":1},\"ref\":\"%s\",\"mime\":\"x\"}".formatted(media);

        assertThat(ReadReference.read(event(content)))
                .contains(new ReadReference.Sent(media, new Reference(conversation, alice)));
    }

    @Test
    void findsTheFileOfEncryptedContentToo() {
        String content = "{\"kind\":\"encrypted\",\"ref\":\"%s\",\"box\":\"AAAA\"}".formatted(media);

        assertThat(ReadReference.read(event(content))).isPresent();
    }

    @Test
    void findsTheFileOfAnEdit() {
        ByteString content = ByteString.copyFromUtf8("{\"kind\":\"media\",\"ref\":\"%s\"}".formatted(media));

        assertThat(ReadReference.read(from(alice)
                        .setChanged(MessageChanged.newBuilder().setContent(content))
                        .build()
                        .toByteArray()))
                .contains(new ReadReference.Sent(media, new Reference(conversation, alice)));
    }

    @Test
    void findsThePictureOfAGroup() {
        GroupProfile profile =
                GroupProfile.newBuilder().setAvatar(media.value()).build();
        GroupChange created = GroupChange.newBuilder()
                .setCreated(GroupCreated.newBuilder().setProfile(profile))
                .build();
        GroupChange changed = GroupChange.newBuilder().setProfile(profile).build();

        for (GroupChange change : List.of(created, changed)) {
            assertThat(ReadReference.read(group(change)))
                    .contains(new ReadReference.Sent(media, new Reference(conversation, alice)));
        }
    }

    @Test
    void ignoresGroupsWithoutAPicture() {
        assertThat(ReadReference.read(group(GroupChange.getDefaultInstance()))).isEmpty();
        assertThat(ReadReference.read(group(GroupChange.newBuilder()
                        .setProfile(GroupProfile.newBuilder().setAvatar(""))
                        .build())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"text\",\"text\":\"hello\"}",
                "{\"kind\":\"text\",\"text\":\"\\\"ref\\\":\\\"x\\\"\"}",
                "{\"kind\":\"media\",\"ref\":7}",
                "{\"kind\":\"media\",\"ref\":\"../../slots/x\"}",
                "{\"kind\":\"media\",\"inner\":{\"ref\":\"01k5v7p4m5n6p7q8r9s0t1v2w3\"}}",
                "[\"ref\"]",
                "{\"ref\"",
                "\"ref\""
            })
    void ignoresWhatIsNoReference(String content) {
        assertThat(ReadReference.read(event(content))).isEmpty();
    }

    @Test
    void ignoresWhatIsNoMessage() {
        assertThat(ReadReference.read(null)).isEmpty();
        assertThat(ReadReference.read(new byte[] {1, 2, 3})).isEmpty();
        assertThat(ReadReference.read(Event.getDefaultInstance().toByteArray())).isEmpty();
    }

    private byte[] event(String content) {
        return from(alice)
                .setMessage(MessageAccepted.newBuilder().setContent(ByteString.copyFromUtf8(content)))
                .build()
                .toByteArray();
    }

    private byte[] group(GroupChange change) {
        return from(alice)
                .setGroup(GroupChanged.newBuilder().setChange(change))
                .build()
                .toByteArray();
    }

    private Event.Builder from(UserId user) {
        return Event.newBuilder().setConversation(conversation.value()).setFrom(user.value());
    }
}
