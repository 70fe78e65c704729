package chat.natter.load.onetoone;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * What to do.
 *
 * @param pairs senders, each with a receiver of its own on the next gateway
 * @param outstanding closed loop: messages per sender that wait for {@code sent}
 * @param rate open loop: messages per second of all senders together; 0 = closed loop
 * @param warmUp load before anything is measured
 * @param bodyBytes size of a message's text
 */
public record OneToOnePlan(
        List<URI> edges, int pairs, int outstanding, int rate, Duration warmUp, Duration duration, int bodyBytes) {}
