package chat.natter.contract.frame;

import chat.natter.contract.DeviceId;
import chat.natter.contract.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * The earlier message that an action is about.
 *
 * @param device the device that wrote it, and
 * @param id its id: authors who edit or retract name both; null otherwise
 */
public record Target(
        long seq, @Nullable DeviceId device, @Nullable MessageId id) {}
