package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group as its members see it, or a topic as its readers do.
 *
 * @param members absent for readers
 * @param following of a topic: whether the caller follows it; absent of other groups
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupJson(
        String conversation,
        String title,
        @Nullable String description,
        @Nullable String avatar,
        Settings settings,
        @Nullable List<Member> members,
        @Nullable Boolean following) {
    record Member(String userId, String role) {}

    /**
     * What members may do.
     *
     * @param isPublic absent but of a topic
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Settings(
            String send,
            String add,
            String edit,
            boolean openHistory,
            boolean approval,
            int expireAfter,
            @JsonProperty("public") @Nullable Boolean isPublic) {}

    GroupJson {
        members = members == null ? null : List.copyOf(members);
    }

    static GroupJson of(
            ConversationId conversation,
            GroupProfileView group,
            @Nullable List<Member> members,
            @Nullable Boolean following) {
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
                        group.expireAfter(),
                        conversation.isTopic() ? group.isPublic() : null),
                members,
                following);
    }
}
