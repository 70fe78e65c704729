package chat.natter.gateway.session;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.contract.ConversationId;
import chat.natter.contract.MessageId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.frame.WriteClientFrame;
import chat.natter.contract.record.GroupSettings;
import org.junit.jupiter.api.Test;

class ToGroupCommandTest {
    private static final MessageId ID = MessageId.parse("01930e2f-6d2b-7c41-9f52-1b2f0c1d2e3f");

    private final OneSession one = new OneSession().opened();

    @Test
    void carriesEverySetting() {
        // Given
        GroupAction.Settings settings = new GroupAction.Settings(
                GroupAction.Who.ADMINS, GroupAction.Who.ADMINS, GroupAction.Who.ADMINS, true, true, 60, true);

        // When
        one.session.receive(WriteClientFrame.write(new ClientFrame.Group(ID, ConversationId.topicOf(ID), settings)));

        // Then
        assertThat(one.publisher.commands())
                .singleElement()
                .satisfies(published -> assertThat(
                                published.command().getGroup().getSettings().getAllFields())
                        .containsOnlyKeys(GroupSettings.getDescriptor().getFields()));
    }
}
