package chat.natter.auth.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
    private final ClientAddress clientAddress = new ClientAddress(List.of("127.0.0.0/8", "::1", "10.1.0.0/16"));

    @Test
    void takesThePeerIfItIsNoGateway() {
        assertThat(clientAddress.of("203.0.113.7", "")).isEqualTo("203.0.113.7");
        assertThat(clientAddress.of("203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
    }

    @Test
    void takesWhatTheGatewaySawAndNotWhatTheClientClaims() {
        assertThat(clientAddress.of("10.1.2.3", "1.1.1.1, 198.51.100.9")).isEqualTo("198.51.100.9");
        assertThat(clientAddress.of("::1", "2001:db8::5")).isEqualTo("2001:db8::5");
    }

    @Test
    void takesTheGatewayItselfIfItSaysNothingUseful() {
        assertThat(clientAddress.of("127.0.0.1", "")).isEqualTo("127.0.0.1");
        assertThat(clientAddress.of("127.0.0.1", "unknown, x'; --")).isEqualTo("127.0.0.1");
    }

    @Test
    void refusesAProxyThatIsNoAddress() {
        assertThatThrownBy(() -> new ClientAddress(List.of("gateway"))).hasMessageContaining("trusted-proxies");
    }
}
