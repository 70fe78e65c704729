package chat.natter.client.connection;

import chat.natter.contract.CloseCode;
import java.time.Duration;

/** What to do after an {@link Ending}. */
sealed interface NextStep {
    /**
     * Try again.
     *
     * @param withTicket false: the ticket, if there is one, is not good any more
     */
    record ComeBack(Duration delay, boolean withTicket) implements NextStep {}

    record GiveUp(CloseCode why) implements NextStep {}
}
