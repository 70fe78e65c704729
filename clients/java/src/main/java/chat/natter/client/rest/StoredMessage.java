package chat.natter.client.rest;

import chat.natter.contract.ConversationId;
import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import chat.natter.contract.UserId;
import chat.natter.contract.frame.Content;
import java.time.Instant;

/**
 * A message as history keeps it.
 *
 * @param forwarded how often it was passed on, as its sender says; 0 if it was written here
 */
public record StoredMessage(
        ConversationId conversation,
        long seq,
        int epoch,
        UserId from,
        DeviceId device,
        MessageId id,
        Instant at,
        Content content,
        int forwarded) {}
