package chat.natter.gateway.credential;

import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret that signs resume tickets, shared by all gateways; its id stands in the ticket, so that keys can be rotated.
 */
record TicketKey(String id, SecretKeySpec secret) {
    static final String ALGORITHM = "HmacSHA256";

    private static final int LEAST_BYTES = 32;

    /** Reads {@code <id>:<base64>}. */
    static TicketKey parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1 || text.substring(0, colon).indexOf('.') >= 0) {
            throw new IllegalArgumentException("natter.gateway.ticket-keys: an entry is not of the form id:base64");
        }
        byte[] secret = Base64.getDecoder().decode(text.substring(colon + 1));
        if (secret.length < LEAST_BYTES) {
            throw new IllegalArgumentException("natter.gateway.ticket-keys: a secret has fewer than 32 bytes");
        }
        return new TicketKey(text.substring(0, colon), new SecretKeySpec(secret, ALGORITHM));
    }

    @Override
    public String toString() {
        return "TicketKey[" + id + "]";
    }
}
