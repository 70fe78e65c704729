package chat.natter.media;

import chat.natter.stack.LocalStack;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What a service under test is told. */
final class ServiceConfig {
    private ServiceConfig() {}

    static Map<String, String> of(S3Server s3, TokenSigner signer, Map<String, String> more) {
        Map<String, String> config = new HashMap<>(s3.config());
        config.put("kafka.bootstrap.servers", LocalStack.current().kafkaBootstrap());
        // Instances under test may differ in prefix or storage, so none may read in another's stead.
        config.put("natter.media.kafka.group", "media-it-" + UUID.randomUUID());
        config.put("mp.jwt.verify.publickey", signer.publicKey());
        config.put("mp.jwt.verify.publickey.location", "NONE");
        config.putAll(more);
        return config;
    }
}
