package chat.natter.client.terminal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One message on the screen.
 *
 * @param tick null for somebody else's message
 */
record ChatLine(
        Instant at, String who, String text, @Nullable Tick tick) {
    ChatLine with(Tick changed) {
        return new ChatLine(at, who, text, changed);
    }

    ChatLine at(Instant changed) {
        return new ChatLine(changed, who, text, tick);
    }
}
