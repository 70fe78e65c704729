package chat.natter.gateway.credential;

import java.security.Key;
import java.util.HashMap;
import java.util.Map;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/** Public keys by their id. A key without one can be named by no token and is left out. */
record KeySet(Map<String, Key> keys) {
    static final KeySet EMPTY = new KeySet(Map.of());

    /** Reads a JSON Web Key Set (RFC 7517); one without a usable key is refused, so that it replaces none that is. */
    static KeySet parse(String json) {
        try {
            Map<String, Key> parsed = new HashMap<>();
            for (JsonWebKey key : new JsonWebKeySet(json).getJsonWebKeys()) {
                if (key.getKeyId() != null) {
                    parsed.put(key.getKeyId(), key.getKey());
                }
            }
            if (parsed.isEmpty()) {
                throw new IllegalArgumentException("the key set is empty");
            }
            return new KeySet(Map.copyOf(parsed));
        } catch (JoseException e) {
            throw new IllegalArgumentException("not a JSON Web Key Set", e);
        }
    }

    boolean isEmpty() {
        return keys.isEmpty();
    }

    Key require(@Nullable String id) throws UnresolvableKeyException {
        Key key = id == null ? null : keys.get(id);
        if (key == null) {
            throw new UnresolvableKeyException("no key of that id");
        }
        return key;
    }
}
