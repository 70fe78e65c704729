package chat.natter.history.group;

import org.jspecify.annotations.Nullable;

/**
 * What a group is called and what its members may do.
 *
 * @param expireAfter seconds after which messages vanish unless they say otherwise, 0 for never
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
        int expireAfter) {}
