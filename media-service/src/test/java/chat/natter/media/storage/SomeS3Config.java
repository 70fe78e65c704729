package chat.natter.media.storage;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A configuration with one client address and one of the service's own. */
record SomeS3Config(URI own, Optional<URI> publicEndpoint, String bucket, String key, String secret)
        implements S3Config {
    @Override
    public Optional<URI> endpoint() {
        return Optional.of(own);
    }

    @Override
    public String region() {
        return "us-east-1";
    }

    @Override
    public Optional<String> accessKey() {
        return Optional.of(key);
    }

    @Override
    public Optional<String> secretKey() {
        return Optional.of(secret);
    }

    @Override
    public boolean pathStyle() {
        return true;
    }

    @Override
    public Duration attemptTimeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(10);
    }

    @Override
    public Optional<String> prefix() {
        return Optional.of("tenants/acme/");
    }

    @Override
    public EncryptionAtRest encryption() {
        return EncryptionAtRest.NONE;
    }

    @Override
    public Optional<String> kmsKey() {
        return Optional.empty();
    }

    @Override
    public Duration joinTimeout() {
        return Duration.ofSeconds(30);
    }
}
