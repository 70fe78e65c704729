package chat.natter.history.archive;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.Mentions;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupChanged;
import chat.natter.contract.record.GroupSettings;
import chat.natter.contract.record.MembersAdded;
import chat.natter.history.message.SomeMessages;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadEventTest {
    private final SomeMessages some = new SomeMessages();

    @Test
    void readsAMessageWithAllItsFields() {
        var message = some.message(14, 4_000_000_000L, SomeMessages.NOW, "{\"kind\":\"text\",\"n\":[1,{}]}");

        assertThat(ReadEvent.read(SomeEvents.bytes(message))).isEqualTo(new Reading.Message(message));
    }

    @Test
    void readsHowOftenAMessageWasPassedOnAndWhomItMentions() {
        var message = some.message(1).with(3, new Mentions(List.of(some.bob, some.alice), true));

        assertThat(ReadEvent.read(SomeEvents.bytes(message))).isEqualTo(new Reading.Message(message));
    }

    @Test
    void readsAMessageWithOnlyWhatItMustHave() {
        var message = some.message(1);

        assertThat(ReadEvent.read(SomeEvents.bytes(message))).isEqualTo(new Reading.Message(message));
    }

    @Test
    void tellsWhyARecordIsNoEvent() {
        assertThat(cause(null)).isEqualTo("no value");
        assertThat(cause("not protobuf at all".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("not an Event");
        assertThat(cause(new byte[0])).contains("kind");
    }

    @Test
    void keepsKindsThatItDoesNotKnowAsUnreadable() {
        assertThat(cause(event(Event.Builder::clearBody))).contains("kind");
    }

    @Test
    void refusesFieldsThatAreOutOfRange() {
        assertThat(cause(event(event -> event.setSeq(0)))).contains("seq");
        assertThat(cause(event(event -> event.setSeq(-1)))).contains("seq");
        assertThat(cause(event(event -> event.setAt(0)))).contains("at");
        assertThat(cause(event(event -> event.setAt(Long.MAX_VALUE)))).contains("at");
        assertThat(cause(event(event -> event.setConversation("d-x-y")))).contains("conversation id");
        assertThat(cause(event(event -> event.setFrom("")))).contains("user id");
        assertThat(cause(event(event -> event.setDevice("?")))).contains("device id");
        assertThat(cause(event(event -> event.setMessageId(ByteString.EMPTY)))).contains("message id");
        assertThat(cause(event(event -> event.getMessageBuilder().setReplyTo(-1))))
                .contains("reply_to");
        assertThat(cause(event(event -> event.getMessageBuilder().setForwarded(-1))))
                .contains("forwarded");
        assertThat(cause(event(
                        event -> event.getMessageBuilder().getMentionsBuilder().addUsers("?"))))
                .contains("user id");
        assertThat(cause(event(event -> event.getMessageBuilder().setExpiresAt(-1))))
                .contains("expires_at");
    }

    @Test
    void readsTheTimerOfTwoAndNothingElseOfAGroup() {
        GroupChange timer = GroupChange.newBuilder()
                .setSettings(GroupSettings.newBuilder().setExpireAfter(60))
                .build();
        GroupChange added = GroupChange.newBuilder()
                .setAdded(MembersAdded.newBuilder().addMembers(some.bob.value()))
                .build();

        assertThat(ReadEvent.read(ofTwo(timer))).isInstanceOf(Reading.Group.class);
        assertThat(cause(ofTwo(added))).contains("that is none");
    }

    private byte[] ofTwo(GroupChange change) {
        return event(event -> event.setGroup(GroupChanged.newBuilder()
                .setContent(ByteString.copyFromUtf8("{}"))
                .setChange(change)));
    }

    @Test
    void refusesMembersWhoAreNoUsers() {
        ConversationId group = ConversationId.groupOf(new MessageId(new UUID(1, 1)));

        assertThat(cause(event(event -> event.setConversation(group.value())
                        .setGroup(GroupChanged.newBuilder()
                                .setContent(ByteString.copyFromUtf8("{}"))
                                .setChange(GroupChange.newBuilder()
                                        .setAdded(MembersAdded.newBuilder().addMembers("?")))))))
                .contains("user id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{", "{}{}", "{} x", "{\"a\":}", "\uFEFF{}"})
    void refusesContentThatWouldBreakAPage(String content) {
        assertThat(cause(withContent(content.getBytes(StandardCharsets.UTF_8)))).contains("content");
    }

    @Test
    void refusesContentInAnotherEncoding() {
        assertThat(cause(withContent("{\"a\":\"ü\"}".getBytes(StandardCharsets.ISO_8859_1))))
                .contains("UTF-8");
        assertThat(cause(withContent("{}".getBytes(StandardCharsets.UTF_16BE)))).contains("UTF-8");
    }

    private byte[] withContent(byte[] content) {
        return event(event -> event.getMessageBuilder().setContent(ByteString.copyFrom(content)));
    }

    private byte[] event(Consumer<Event.Builder> change) {
        Event.Builder event = SomeEvents.event(some.message(1));
        change.accept(event);
        return event.build().toByteArray();
    }

    private static String cause(byte @Nullable [] value) {
        return ((Reading.Unreadable) ReadEvent.read(value)).cause();
    }
}
