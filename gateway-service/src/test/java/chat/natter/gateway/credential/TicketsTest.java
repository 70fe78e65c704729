package chat.natter.gateway.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.DeviceId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import chat.natter.gateway.session.Identity;
import chat.natter.gateway.session.SetClock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TicketsTest {
    private static final Identity ALICE = new Identity(
            new UserId("01ja0000000000000000000001"),
            new DeviceId("01jd0000000000000000000001"),
            new SessionId("01js0000000000000000000001"));
    private static final Duration LIFETIME = Duration.ofDays(7);
    private static final TicketKey OLD = key("old", 1);
    private static final TicketKey NEW = key("new", 2);

    private final SetClock clock = new SetClock();
    private final Tickets tickets = with(OLD);

    @Test
    void acceptsItsOwnForAsLongAsTheyLive() {
        // Given
        String ticket = tickets.issue(ALICE);

        // When
        clock.advance(LIFETIME);

        // Then
        assertThat(tickets.check(ticket)).contains(ALICE);

        // When
        clock.advance(Duration.ofSeconds(1));

        // Then
        assertThat(tickets.check(ticket)).isEmpty();
    }

    @Test
    void acceptsThoseOfAnotherGatewayWithTheSameKey() {
        assertThat(with(OLD).check(tickets.issue(ALICE))).contains(ALICE);
    }

    @Test
    void signsWithTheFirstKeyAndAcceptsTheOthers() {
        // Given
        Tickets rotated = with(NEW, OLD);

        // When
        String fresh = rotated.issue(ALICE);

        // Then
        assertThat(rotated.check(tickets.issue(ALICE))).contains(ALICE);
        assertThat(with(NEW).check(fresh)).contains(ALICE);
        assertThat(tickets.check(fresh)).isEmpty();
    }

    @Test
    void refusesAnotherSecretUnderTheSameName() {
        assertThat(with(key("old", 3)).check(tickets.issue(ALICE))).isEmpty();
    }

    @Test
    void refusesEveryTicketInWhichOneCharacterDiffers() {
        // Given
        String ticket = tickets.issue(ALICE);

        for (int i = 0; i < ticket.length(); i++) {
            // When
            char other = ticket.charAt(i) == 'a' ? 'b' : 'a';
            String forged = ticket.substring(0, i) + other + ticket.substring(i + 1);

            // Then
            assertThat(tickets.check(forged)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "......", "2.old.....", "2.old.a.b.c.d.e", "nonsense", "2.old.\u00e9.b.c.d.e"})
    void refusesWhatIsNoTicket(String text) {
        assertThat(tickets.check(text)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "id", ":AAAA", "i.d:AAAA", "id:AAAA", "id:***"})
    void refusesToStartWithABadKey(String text) {
        assertThatThrownBy(() -> TicketKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void printsNoSecret() {
        assertThat(OLD).hasToString("TicketKey[old]");
    }

    private Tickets with(TicketKey... keys) {
        return new Tickets(List.of(keys), LIFETIME, clock);
    }

    private static TicketKey key(String id, int fill) {
        byte[] secret = new byte[32];
        secret[0] = (byte) fill;
        return TicketKey.parse(id + ":" + Base64.getEncoder().encodeToString(secret));
    }
}
