package chat.natter.auth.limit;

import io.smallrye.common.net.CidrAddress;
import io.smallrye.common.net.Inet;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: the peer, or if that is one of our gateways, the last address in its
 * {@code X-Forwarded-For}. Earlier ones are what the client says, and a client that is limited by them would choose
 * them.
 */
@Singleton
public class ClientAddress {
    private final List<CidrAddress> trusted;

    @Inject
    ClientAddress(LimitConfig config) {
        this(config.trustedProxies());
    }

    ClientAddress(List<String> trustedProxies) {
        this.trusted = trustedProxies.stream().map(ClientAddress::parse).toList();
    }

    public String of(HttpServerRequest request) {
        return of(
                request.remoteAddress().hostAddress(),
                String.join(",", request.headers().getAll("X-Forwarded-For")));
    }

    String of(@Nullable String peer, String forwardedFor) {
        String last = forwardedFor.substring(forwardedFor.lastIndexOf(',') + 1).strip();
        Optional<InetAddress> address = Optional.ofNullable(peer).map(Inet::parseInetAddress);
        boolean fromGateway = address.isPresent() && isTrusted(address.get());
        if (fromGateway && Inet.parseInetAddress(last) != null) {
            return last;
        }
        return peer == null ? "unknown" : peer;
    }

    private boolean isTrusted(InetAddress peer) {
        return trusted.stream().anyMatch(network -> network.matches(peer));
    }

    private static CidrAddress parse(String text) {
        CidrAddress network = Inet.parseCidrAddress(text);
        if (network != null) {
            return network;
        }
        InetAddress single = Inet.parseInetAddress(text);
        if (single == null) {
            throw new IllegalArgumentException(
                    "natter.auth.limits.trusted-proxies: not an address or network: " + text);
        }
        return CidrAddress.create(single, single.getAddress().length * 8);
    }
}
