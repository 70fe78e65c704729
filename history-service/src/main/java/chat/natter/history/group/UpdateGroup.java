package chat.natter.history.group;

import chat.natter.contract.record.GroupProfile;
import chat.natter.contract.record.GroupSettings;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.util.Locale;
import java.util.concurrent.CompletionStage;

/** Sets what a change says of a group, with its seq as the write time; what it does not say stays. */
final class UpdateGroup {
    private final CqlSession session;
    private final PreparedStatement statement;

    UpdateGroup(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("UPDATE groups USING TIMESTAMP :seq SET title = :title,"
                + " description = :description, avatar = :avatar, who_sends = :who_sends, who_adds = :who_adds,"
                + " who_edits = :who_edits, open_history = :open_history, approval = :approval,"
                + " expire_after = :expire_after, is_public = :is_public WHERE conversation = :conversation");
    }

    CompletionStage<?> execute(GroupEvent event, GroupProfile profile, GroupSettings settings) {
        BoundStatementBuilder bound = statement
                .boundStatementBuilder()
                .setLong("seq", event.seq())
                .setString("conversation", event.conversation().value());
        if (profile.hasTitle()) {
            bound = bound.setString("title", profile.getTitle());
        }
        if (profile.hasDescription()) {
            bound = bound.setString("description", profile.getDescription());
        }
        if (profile.hasAvatar()) {
            bound = bound.setString("avatar", profile.getAvatar());
        }
        bound = who(bound, "who_sends", settings.getSend());
        bound = who(bound, "who_adds", settings.getAdd());
        bound = who(bound, "who_edits", settings.getEdit());
        if (settings.hasOpenHistory()) {
            bound = bound.setBoolean("open_history", settings.getOpenHistory());
        }
        if (settings.hasApproval()) {
            bound = bound.setBoolean("approval", settings.getApproval());
        }
        if (settings.hasExpireAfter()) {
            bound = bound.setInt("expire_after", settings.getExpireAfter());
        }
        if (settings.hasPublic()) {
            bound = bound.setBoolean("is_public", settings.getPublic());
        }
        return session.executeAsync(bound.build());
    }

    private static BoundStatementBuilder who(BoundStatementBuilder bound, String column, GroupSettings.Who who) {
        return switch (who) {
            case EVERYBODY, ADMINS -> bound.setString(column, who.name().toLowerCase(Locale.ROOT));
            case WHO_UNSPECIFIED, UNRECOGNIZED -> bound;
        };
    }
}
