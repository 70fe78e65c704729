package chat.natter.history.retention;

import chat.natter.contract.ConversationId;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator has laid down for one conversation.
 *
 * @param retentionClass empty for that of its kind
 * @param held nothing of it may be destroyed
 * @param changedAt when that was laid down
 * @param inLine whether what had been archived before is in line with it
 */
record Policy(
        ConversationId conversation,
        Optional<String> retentionClass,
        boolean held,
        Instant changedAt,
        boolean inLine) {}
