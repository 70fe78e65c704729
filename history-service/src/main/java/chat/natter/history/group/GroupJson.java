package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A group as its members see it. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupJson(
        String conversation,
        String title,
        @Nullable String description,
        @Nullable String avatar,
        Settings settings,
        List<Member> members) {
    record Member(String userId, String role) {}

    record Settings(String send, String add, String edit, boolean openHistory, boolean approval, int expireAfter) {}

    GroupJson {
        members = List.copyOf(members);
    }

    static GroupJson of(ConversationId conversation, GroupProfileView group, List<Member> members) {
        return new GroupJson(
                conversation.value(),
                group.title(),
                group.description(),
                group.avatar(),
                new Settings(
                        group.send(),
                        group.add(),
                        group.edit(),
                        group.openHistory(),
                        group.approval(),
                        group.expireAfter()),
                members);
    }
}
