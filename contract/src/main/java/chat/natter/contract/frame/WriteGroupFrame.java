package chat.natter.contract.frame;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes {@code group} frames: the members that belong to the action. */
final class WriteGroupFrame implements GroupAction.Handler<JsonObjectWriter> {
    private final JsonObjectWriter json;

    private WriteGroupFrame(JsonObjectWriter json) {
        this.json = json;
    }

    static byte[] write(ClientFrame.Group group) {
        JsonObjectWriter json =
                new JsonObjectWriter("group").put("id", group.id()).put("conversation", group.conversation());
        return group.action().accept(new WriteGroupFrame(json)).toBytes();
    }

    @Override
    public JsonObjectWriter create(GroupAction.Create create) {
        action("create").put("kind", create.topic() ? "topic" : null);
        putProfile(json, create.profile()).put("members", create.members());
        return create.settings().equals(GroupAction.Settings.NONE) ? json : putSettings(create.settings());
    }

    @Override
    public JsonObjectWriter add(GroupAction.Add add) {
        return action("add").put("members", add.members());
    }

    @Override
    public JsonObjectWriter remove(GroupAction.Remove remove) {
        return action("remove").put("members", remove.members());
    }

    @Override
    public JsonObjectWriter leave(GroupAction.Leave leave) {
        return action("leave");
    }

    @Override
    public JsonObjectWriter profile(GroupAction.Profile profile) {
        return putProfile(action("profile"), profile);
    }

    @Override
    public JsonObjectWriter role(GroupAction.Role role) {
        return action(role.admin() ? "promote" : "demote").put("members", role.members());
    }

    @Override
    public JsonObjectWriter settings(GroupAction.Settings settings) {
        action("settings");
        return putSettings(settings);
    }

    @Override
    public JsonObjectWriter handOver(GroupAction.HandOver handOver) {
        return action("handover").put("to", handOver.to());
    }

    @Override
    public JsonObjectWriter invite(GroupAction.Invite invite) {
        return action("invite").put("code", invite.code()).put("expiresIn", invite.expiresIn());
    }

    @Override
    public JsonObjectWriter revoke(GroupAction.Revoke revoke) {
        return action("revoke");
    }

    @Override
    public JsonObjectWriter join(GroupAction.Join join) {
        return action("join").put("code", join.code());
    }

    @Override
    public JsonObjectWriter decline(GroupAction.Decline decline) {
        return action("decline").put("members", decline.members());
    }

    private JsonObjectWriter action(String word) {
        return json.put("action", word);
    }

    private static JsonObjectWriter putProfile(JsonObjectWriter json, GroupAction.Profile profile) {
        return json.put("title", profile.title())
                .put("description", profile.description())
                .put("avatar", profile.avatar());
    }

    private JsonObjectWriter putSettings(GroupAction.Settings settings) {
        return json.open("settings")
                .put("send", word(settings.send()))
                .put("add", word(settings.add()))
                .put("edit", word(settings.edit()))
                .put("openHistory", settings.openHistory())
                .put("approval", settings.approval())
                .put("expireAfter", settings.expireAfter())
                .put("public", settings.isPublic())
                .close();
    }

    private static @Nullable String word(GroupAction.@Nullable Who who) {
        return who == null ? null : who.name().toLowerCase(Locale.ROOT);
    }
}
