package chat.natter.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.function.Consumer;

/** Makes access tokens out of a true one: altered, and signed by the stack's key, by another or by none. */
final class ForgedTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder FROM_TEXT = Base64.getUrlDecoder();

    private final ObjectNode header;
    private final ObjectNode claims;
    private final PrivateKey key;

    ForgedTokens(String token, Path signingKey) throws IOException, GeneralSecurityException {
        String[] parts = token.split("\\.", -1);
        this.header = (ObjectNode) JSON.readTree(FROM_TEXT.decode(parts[0]));
        this.claims = (ObjectNode) JSON.readTree(FROM_TEXT.decode(parts[1]));
        String base64 = Files.readString(signingKey).replaceAll("-----[A-Z ]+-----|\\s", "");
        this.key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    /** Other claims under a true signature. */
    String with(Consumer<ObjectNode> change) throws GeneralSecurityException {
        ObjectNode changed = claims.deepCopy();
        change.accept(changed);
        return signed(changed, key);
    }

    /** True claims under the signature of a key that nobody trusts, though it uses the name of one. */
    String signedByAnotherKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return signed(claims, generator.generateKeyPair().getPrivate());
    }

    /** True claims that say themselves that they need no signature. */
    String unsigned() {
        return part(header.deepCopy().put("alg", "none")) + "." + part(claims) + ".";
    }

    private String signed(ObjectNode payload, PrivateKey by) throws GeneralSecurityException {
        String text = part(header) + "." + part(payload);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(by);
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + TO_TEXT.encodeToString(signature.sign());
    }

    private static String part(ObjectNode json) {
        return TO_TEXT.encodeToString(json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
