package chat.natter.history.group;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.GroupChange;
import chat.natter.contract.record.GroupProfile;
import chat.natter.contract.record.GroupSettings;
import chat.natter.history.message.OrUnavailable;
import chat.natter.history.message.WritesInFlight;
import com.datastax.oss.driver.api.core.CqlSession;
import java.util.List;
import java.util.Optional;

/**
 * Groups in Cassandra; see {@code V004__groups.cql} and {@code V011__topics.cql} for why the tables are as they are.
 */
final class CassandraGroups implements GroupStore {
    private static final int MAX_IN_FLIGHT = 64;

    private final UpdateGroup updateGroup;
    private final UpdateInvite updateInvite;
    private final InsertMemberChange insertMemberChange;
    private final SelectGroup selectGroup;
    private final SelectMemberChanges selectMemberChanges;

    CassandraGroups(CqlSession session) {
        this.updateGroup = new UpdateGroup(session);
        this.updateInvite = new UpdateInvite(session);
        this.insertMemberChange = new InsertMemberChange(session);
        this.selectGroup = new SelectGroup(session);
        this.selectMemberChanges = new SelectMemberChanges(session);
    }

    @Override
    public void write(List<GroupEvent> events) {
        WritesInFlight writes = new WritesInFlight(MAX_IN_FLIGHT);
        for (GroupEvent event : events) {
            GroupChange change = event.change();
            if (change.hasCreated()) {
                writes.start(() -> updateGroup.execute(
                        event,
                        change.getCreated().getProfile(),
                        change.getCreated().getSettings()));
            } else if (change.hasProfile()) {
                writes.start(() -> updateGroup.execute(event, change.getProfile(), GroupSettings.getDefaultInstance()));
            } else if (change.hasSettings()) {
                writes.start(() -> updateGroup.execute(event, GroupProfile.getDefaultInstance(), change.getSettings()));
            } else if (change.hasInvite() && event.conversation().isTopic()) {
                writes.start(() -> updateInvite.execute(event, change.getInvite()));
            } else if (change.hasRevoked() && event.conversation().isTopic()) {
                writes.start(() -> updateInvite.revoke(event));
            }
            for (MemberChange member : ReadMemberChanges.of(event)) {
                writes.start(() -> insertMemberChange.execute(event.conversation(), member));
            }
        }
        writes.await();
    }

    @Override
    public Optional<GroupProfileView> profile(ConversationId conversation) {
        return OrUnavailable.read(() -> selectGroup.execute(conversation));
    }

    @Override
    public List<MemberChange> changesOf(ConversationId conversation, UserId user) {
        return OrUnavailable.read(() -> selectMemberChanges.of(conversation, user));
    }

    @Override
    public List<MemberChange> changes(ConversationId conversation) {
        return OrUnavailable.read(() -> selectMemberChanges.of(conversation));
    }
}
