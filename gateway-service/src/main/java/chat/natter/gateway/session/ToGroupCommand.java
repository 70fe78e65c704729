package chat.natter.gateway.session;

import chat.natter.contract.Digests;
import chat.natter.contract.GatewayId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.ClientFrame;
import chat.natter.contract.frame.GroupAction;
import chat.natter.contract.record.AddMembers;
import chat.natter.contract.record.ChangeRole;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.CreateGroup;
import chat.natter.contract.record.DeclineMembers;
import chat.natter.contract.record.GroupCommand;
import chat.natter.contract.record.GroupProfile;
import chat.natter.contract.record.GroupRole;
import chat.natter.contract.record.GroupSettings;
import chat.natter.contract.record.HandOver;
import chat.natter.contract.record.JoinGroup;
import chat.natter.contract.record.LeaveGroup;
import chat.natter.contract.record.MakeInvite;
import chat.natter.contract.record.RemoveMembers;
import chat.natter.contract.record.RevokeInvite;
import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A {@code group} frame as a record of {@code chat.commands}. Of an invite's code only the hash goes further. */
final class ToGroupCommand implements GroupAction.Handler<GroupCommand.Builder> {
    private static final ToGroupCommand INSTANCE = new ToGroupCommand();

    private ToGroupCommand() {}

    static Command of(ClientFrame.Group group, OpenSession session, GatewayId gateway) {
        return ToCommand.from(session, gateway)
                .setGroup(group.action()
                        .accept(INSTANCE)
                        .setMessageId(UnsafeByteOperations.unsafeWrap(group.id().toBytes())))
                .build();
    }

    @Override
    public GroupCommand.Builder create(GroupAction.Create create) {
        return GroupCommand.newBuilder()
                .setCreate(CreateGroup.newBuilder()
                        .setProfile(record(create.profile()))
                        .addAllMembers(texts(create.members()))
                        .setSettings(record(create.settings())));
    }

    @Override
    public GroupCommand.Builder add(GroupAction.Add add) {
        return GroupCommand.newBuilder().setAdd(AddMembers.newBuilder().addAllMembers(texts(add.members())));
    }

    @Override
    public GroupCommand.Builder remove(GroupAction.Remove remove) {
        return GroupCommand.newBuilder().setRemove(RemoveMembers.newBuilder().addAllMembers(texts(remove.members())));
    }

    @Override
    public GroupCommand.Builder leave(GroupAction.Leave leave) {
        return GroupCommand.newBuilder().setLeave(LeaveGroup.getDefaultInstance());
    }

    @Override
    public GroupCommand.Builder profile(GroupAction.Profile profile) {
        return GroupCommand.newBuilder().setProfile(record(profile));
    }

    @Override
    public GroupCommand.Builder role(GroupAction.Role role) {
        return GroupCommand.newBuilder()
                .setRole(ChangeRole.newBuilder()
                        .addAllMembers(texts(role.members()))
                        .setRole(role.admin() ? GroupRole.ADMIN : GroupRole.MEMBER));
    }

    @Override
    public GroupCommand.Builder settings(GroupAction.Settings settings) {
        return GroupCommand.newBuilder().setSettings(record(settings));
    }

    @Override
    public GroupCommand.Builder handOver(GroupAction.HandOver handOver) {
        return GroupCommand.newBuilder()
                .setHandOver(HandOver.newBuilder().setTo(handOver.to().value()));
    }

    @Override
    public GroupCommand.Builder invite(GroupAction.Invite invite) {
        Integer expiresIn = invite.expiresIn();
        return GroupCommand.newBuilder()
                .setInvite(MakeInvite.newBuilder()
                        .setCodeHash(sha256(invite.code()))
                        .setExpiresIn(expiresIn == null ? 0 : expiresIn));
    }

    @Override
    public GroupCommand.Builder revoke(GroupAction.Revoke revoke) {
        return GroupCommand.newBuilder().setRevoke(RevokeInvite.getDefaultInstance());
    }

    @Override
    public GroupCommand.Builder join(GroupAction.Join join) {
        return GroupCommand.newBuilder().setJoin(JoinGroup.newBuilder().setCodeHash(sha256(join.code())));
    }

    @Override
    public GroupCommand.Builder decline(GroupAction.Decline decline) {
        return GroupCommand.newBuilder()
                .setDecline(DeclineMembers.newBuilder().addAllMembers(texts(decline.members())));
    }

    private static GroupProfile.Builder record(GroupAction.Profile profile) {
        GroupProfile.Builder record = GroupProfile.newBuilder();
        String title = profile.title();
        if (title != null) {
            record.setTitle(title);
        }
        String description = profile.description();
        if (description != null) {
            record.setDescription(description);
        }
        String avatar = profile.avatar();
        if (avatar != null) {
            record.setAvatar(avatar);
        }
        return record;
    }

    private static GroupSettings.Builder record(GroupAction.Settings settings) {
        GroupSettings.Builder record = GroupSettings.newBuilder()
                .setSend(who(settings.send()))
                .setAdd(who(settings.add()))
                .setEdit(who(settings.edit()));
        Boolean openHistory = settings.openHistory();
        if (openHistory != null) {
            record.setOpenHistory(openHistory);
        }
        Boolean approval = settings.approval();
        if (approval != null) {
            record.setApproval(approval);
        }
        Integer expireAfter = settings.expireAfter();
        if (expireAfter != null) {
            record.setExpireAfter(expireAfter);
        }
        Boolean isPublic = settings.isPublic();
        if (isPublic != null) {
            record.setPublic(isPublic);
        }
        return record;
    }

    private static GroupSettings.Who who(GroupAction.@Nullable Who who) {
        return who == null ? GroupSettings.Who.WHO_UNSPECIFIED : GroupSettings.Who.valueOf(who.name());
    }

    private static List<String> texts(List<UserId> users) {
        return users.stream().map(UserId::value).toList();
    }

    private static ByteString sha256(String code) {
        return ByteString.copyFrom(Digests.sha256(code));
    }
}
