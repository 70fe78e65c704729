package chat.natter.gateway.credential;

import chat.natter.contract.DeviceId;
import chat.natter.contract.InvalidId;
import chat.natter.contract.SessionId;
import chat.natter.contract.UserId;
import chat.natter.gateway.session.Identity;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;

/**
 * Resume tickets: {@code 2.<key>.<user>.<device>.<sign-in>.<issued, seconds base 36>.<HMAC-SHA256, base64url>}. Any
 * gateway can check one without a database or the identity provider; whether the device was removed or signed out since
 * is message-service's word.
 */
final class Tickets {
    private static final String VERSION = "2";
    private static final int RADIX = 36;
    private static final int PARTS = 7;

    private final Map<String, TicketKey> keys = new LinkedHashMap<>();
    private final TicketKey signing;
    private final Duration lifetime;
    private final Clock clock;

    /** The first key signs; all of them are accepted. */
    Tickets(List<TicketKey> keys, Duration lifetime, Clock clock) {
        this.signing = keys.get(0);
        keys.forEach(key -> this.keys.put(key.id(), key));
        this.lifetime = lifetime;
        this.clock = clock;
    }

    String issue(Identity identity) {
        String body = String.join(
                ".",
                VERSION,
                signing.id(),
                identity.user().value(),
                identity.device().value(),
                identity.signIn().value(),
                Long.toString(clock.instant().getEpochSecond(), RADIX));
        return body + "." + mac(signing, body);
    }

    Optional<Identity> check(String ticket) {
        String[] parts = ticket.split("\\.", -1);
        TicketKey key = parts.length == PARTS && parts[0].equals(VERSION) ? keys.get(parts[1]) : null;
        if (key == null) {
            return Optional.empty();
        }
        String expected = mac(key, ticket.substring(0, ticket.lastIndexOf('.')));
        if (!MessageDigest.isEqual(ascii(expected), ascii(parts[PARTS - 1]))) {
            return Optional.empty();
        }
        try {
            long issued = Long.parseLong(parts[5], RADIX);
            boolean expired = clock.instant().getEpochSecond() - issued > lifetime.toSeconds();
            return expired
                    ? Optional.empty()
                    : Optional.of(new Identity(new UserId(parts[2]), new DeviceId(parts[3]), new SessionId(parts[4])));
        } catch (NumberFormatException | InvalidId e) {
            // Signed by us, so only a ticket of another version can come here.
            return Optional.empty();
        }
    }

    private static String mac(TicketKey key, String body) {
        try {
            Mac mac = Mac.getInstance(TicketKey.ALGORITHM);
            mac.init(key.secret());
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(ascii(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
