package chat.natter.load.crowd;

import chat.natter.client.rest.Device;
import chat.natter.client.rest.NatterApi;
import chat.natter.contract.Ulid;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;

/** Access tokens for people who never signed up, made as the stack makes them, by the example of a true one. */
public final class SignCrowd {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NAME_BITS = 60;
    private static final int PASSWORD_BITS = 100;
    private static final long LIFETIME_SECONDS = 3_600;

    private final String header;
    private final ObjectNode claims;
    private final PrivateKey key;

    /** Signs for the stack behind that gateway. */
    public SignCrowd(URI edge, Path signingKey) throws IOException, GeneralSecurityException {
        String[] parts = trueToken(edge).split("\\.", -1);
        header = parts[0];
        claims = (ObjectNode) JSON.readTree(FROM_TEXT.decode(parts[1]));
        String base64 = Files.readString(signingKey).replaceAll("-----[A-Z ]+-----|\\s", "");
        key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    /** An access token of that user on a device of its own. */
    public String tokenFor(String user) throws GeneralSecurityException {
        ObjectNode payload = claims.deepCopy();
        payload.put("sub", user).put("did", newId());
        if (payload.has("sid")) {
            payload.put("sid", newId());
        }
        payload.put("exp", Instant.now().getEpochSecond() + LIFETIME_SECONDS);
        String text = header + "." + TO_TEXT.encodeToString(payload.toString().getBytes(StandardCharsets.UTF_8));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + TO_TEXT.encodeToString(signature.sign());
    }

    public static String newId() {
        return Ulid.next(Instant.now(), RANDOM);
    }

    private static String trueToken(URI edge) {
        NatterApi api = new NatterApi(edge);
        String username = "s" + new BigInteger(NAME_BITS, RANDOM).toString(36);
        String password = new BigInteger(PASSWORD_BITS, RANDOM).toString(36);
        api.signUp(username, password, "Storm " + username);
        return api.signIn(username, password, Device.named("storm", "storm")).accessToken();
    }
}
