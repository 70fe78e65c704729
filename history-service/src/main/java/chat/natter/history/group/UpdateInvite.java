package chat.natter.history.group;

import chat.natter.contract.record.InviteMade;
import com.datastax.oss.driver.api.core.CqlSession;
import com.datastax.oss.driver.api.core.cql.BoundStatementBuilder;
import com.datastax.oss.driver.api.core.cql.PreparedStatement;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.CompletionStage;

/** Sets or takes away the link of a topic, with the seq of the change as the write time. */
final class UpdateInvite {
    private final CqlSession session;
    private final PreparedStatement statement;

    UpdateInvite(CqlSession session) {
        this.session = session;
        this.statement = session.prepare("UPDATE groups USING TIMESTAMP :seq SET invite_hash = :hash,"
                + " invite_expires_at = :expires WHERE conversation = :conversation");
    }

    CompletionStage<?> execute(GroupEvent event, InviteMade invite) {
        BoundStatementBuilder bound = bound(event)
                .setString("hash", HexFormat.of().formatHex(invite.getCodeHash().toByteArray()));
        bound = invite.getExpiresAt() == 0
                ? bound.setToNull("expires")
                : bound.setInstant("expires", Instant.ofEpochMilli(invite.getExpiresAt()));
        return session.executeAsync(bound.build());
    }

    CompletionStage<?> revoke(GroupEvent event) {
        return session.executeAsync(
                bound(event).setToNull("hash").setToNull("expires").build());
    }

    private BoundStatementBuilder bound(GroupEvent event) {
        return statement
                .boundStatementBuilder()
                .setLong("seq", event.seq())
                .setString("conversation", event.conversation().value());
    }
}
