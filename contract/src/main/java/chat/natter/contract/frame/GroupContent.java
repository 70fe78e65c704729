package chat.natter.contract.frame;

import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupCreated;
import chat.natter.contract.record.GroupMember;
import chat.natter.contract.record.GroupProfile;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.GroupSettings;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A change of a group as the content of a message, so that clients and the archive see it as they see any other. Long
 * lists of members are left to the group's own page: the content is copied to each member.
 */
public final class GroupContent {
    private static final int FEW = 64;

    private GroupContent() {}

    public static Content of(GroupChange change) {
        return new Content(write(change).toBytes());
    }

    private static JsonObjectWriter write(GroupChange change) {
        return switch (change.getChangeCase()) {
            case CREATED -> created(change.getCreated());
            case ADDED ->
                members("group.add", change.getAdded().getMembersList())
                        .putTrue("byInvite", change.getAdded().getByInvite());
            case REMOVED ->
                members("group.remove", change.getRemoved().getMembersList())
                        .put("reason", orNull(change.getRemoved().getReason()));
            case LEFT ->
                kind("group.leave")
                        .put("user", change.getLeft().getUser())
                        .put("owner", orNull(change.getLeft().getOwner()));
            case PROFILE -> profile(kind("group.profile"), change.getProfile());
            case ROLE ->
                members("group.role", change.getRole().getMembersList())
                        .put("role", word(change.getRole().getRole()));
            case SETTINGS -> settings(kind("group.settings"), change.getSettings());
            case OWNER -> kind("group.owner").put("owner", change.getOwner().getOwner());
            case INVITE -> {
                long expiresAt = change.getInvite().getExpiresAt();
                yield kind("group.invite").put("expiresAt", expiresAt == 0 ? null : Instant.ofEpochMilli(expiresAt));
            }
            case REVOKED -> kind("group.revoke");
            case ASKED -> kind("group.ask").put("user", change.getAsked().getUser());
            case DECLINED -> members("group.decline", change.getDeclined().getMembersList());
            case CHANGE_NOT_SET -> throw new IllegalArgumentException("no change");
        };
    }

    private static JsonObjectWriter created(GroupCreated created) {
        List<String> members =
                created.getMembersList().stream().map(GroupMember::getUser).toList();
        JsonObjectWriter json = profile(members("group.create", members), created.getProfile());
        return settings(json, created.getSettings());
    }

    private static JsonObjectWriter members(String kind, List<String> members) {
        return kind(kind).put("count", members.size()).put("members", members.size() > FEW ? null : members);
    }

    private static JsonObjectWriter profile(JsonObjectWriter json, GroupProfile profile) {
        return json.put("title", profile.hasTitle() ? profile.getTitle() : null)
                .put("description", profile.hasDescription() ? profile.getDescription() : null)
                .put("avatar", profile.hasAvatar() ? profile.getAvatar() : null);
    }

    private static JsonObjectWriter settings(JsonObjectWriter json, GroupSettings settings) {
        return json.open("settings")
                .put("send", who(settings.getSend()))
                .put("add", who(settings.getAdd()))
                .put("edit", who(settings.getEdit()))
                .put("openHistory", settings.hasOpenHistory() ? settings.getOpenHistory() : null)
                .put("approval", settings.hasApproval() ? settings.getApproval() : null)
                .put("expireAfter", settings.hasExpireAfter() ? settings.getExpireAfter() : null)
                .put("public", settings.hasPublic() ? settings.getPublic() : null)
                .close();
    }

    private static JsonObjectWriter kind(String kind) {
        return new JsonObjectWriter("kind", kind);
    }

    private static String word(GroupRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String who(GroupSettings.Who who) {
        return who == GroupSettings.Who.WHO_UNSPECIFIED || who == GroupSettings.Who.UNRECOGNIZED
                ? null
                : who.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
