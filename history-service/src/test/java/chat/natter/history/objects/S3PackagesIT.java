package chat.natter.history.objects;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.stack.LocalStack;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class S3PackagesIT implements PackageStoreContract {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final S3Config CONFIG = new StackConfig("history-it-" + UUID.randomUUID());
    private static final S3Packages PACKAGES = new S3Packages(CONFIG);

    @AfterAll
    static void clear() {
        PACKAGES.deleteAll("");
        // The bucket stays: S3Proxy keeps, and does not list, a part that came after its upload was taken away.
        PACKAGES.close();
    }

    @Override
    public PackageStore packages() {
        return PACKAGES;
    }

    @Override
    public byte[] read(String key) {
        return fetch(key).body();
    }

    @Test
    void aLinkOpensAPackageForAnybodyUnderAName() throws Exception {
        try (Upload upload = PACKAGES.begin("users/e/1.zip", "application/zip")) {
            upload.write(new byte[] {1, 2, 3});
            upload.complete();
        }

        HttpResponse<byte[]> answer = fetch("users/e/1.zip");

        assertThat(answer.body()).containsExactly(1, 2, 3);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(answer.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"mine.zip\"");
    }

    private static HttpResponse<byte[]> fetch(String key) {
        URI link = PACKAGES.link(key, "mine.zip", Duration.ofMinutes(1));
        try {
            return HTTP.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record StackConfig(String bucket) implements S3Config {
        @Override
        public int partBytes() {
            return 5 * 1024 * 1024;
        }

        @Override
        public Optional<URI> endpoint() {
            return Optional.of(LocalStack.current().s3Endpoint());
        }

        @Override
        public Optional<URI> publicEndpoint() {
            return Optional.empty();
        }

        @Override
        public String region() {
            return "us-east-1";
        }

        @Override
        public Optional<String> accessKey() {
            return Optional.of(LocalStack.current().s3AccessKey());
        }

        @Override
        public Optional<String> secretKey() {
            return Optional.of(LocalStack.current().s3SecretKey());
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
        public boolean pathStyle() {
            return true;
        }

        @Override
        public Duration attemptTimeout() {
            return Duration.ofSeconds(10);
        }

        @Override
        public Duration timeout() {
            return Duration.ofSeconds(20);
        }
    }
}
