package chat.natter.history.group;

import org.jspecify.annotations.Nullable;

/**
 * What a group is called and what its members may do.
 *
 * @param expireAfter seconds after which messages vanish unless they say otherwise, 0 for never
 * @param isPublic of a topic: whether everybody may read it
 * @param invite the link by which readers come to a topic; null for none, and of other groups
 */
public record GroupProfileView(
        String title,
        @Nullable String description,
        @Nullable String avatar,
        String send,
        String add,
        String edit,
        boolean openHistory,
        boolean approval,
        int expireAfter,
        boolean isPublic,
        @Nullable Invite invite) {}
