package chat.natter.history;

import chat.natter.stack.LocalStack;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A bucket of one's own on the local stack's S3 server; made by the service when it first needs it. */
final class S3Bucket implements AutoCloseable {
    private final LocalStack stack = LocalStack.current();
    private final String bucket = "history-it-" + UUID.randomUUID();
    private final S3Client client = S3Client.builder()
            .endpointOverride(stack.s3Endpoint())
            .region(Region.US_EAST_1)
            .credentialsProvider(StaticCredentialsProvider.create(
                    AwsBasicCredentials.create(stack.s3AccessKey(), stack.s3SecretKey())))
            .forcePathStyle(true)
            .httpClient(UrlConnectionHttpClient.create())
            .build();

    InetSocketAddress address() {
        return new InetSocketAddress(
                stack.s3Endpoint().getHost(), stack.s3Endpoint().getPort());
    }

    /** For a service that reaches the server at that address. */
    Map<String, String> config(String at) {
        return Map.of(
                "natter.history.s3.endpoint",
                "http://" + at,
                "natter.history.s3.access-key",
                stack.s3AccessKey(),
                "natter.history.s3.secret-key",
                stack.s3SecretKey(),
                "natter.history.s3.bucket",
                bucket);
    }

    List<String> keys() {
        return client.listObjectsV2(request -> request.bucket(bucket)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** The texts in the ZIP that the link leads to, by their names. */
    static Map<String, String> unzip(String link) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (InputStream bytes = URI.create(link).toURL().openStream();
                ZipInputStream zip = new ZipInputStream(bytes)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    /** The text in the file that the link leads to. */
    static String gunzip(String link) throws IOException {
        try (InputStream bytes = URI.create(link).toURL().openStream();
                GZIPInputStream gzip = new GZIPInputStream(bytes)) {
            return new String(gzip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The bucket stays: S3Proxy keeps, and does not list, a part that came after its upload was taken away. */
    @Override
    public void close() {
        keys().forEach(key ->
                client.deleteObject(request -> request.bucket(bucket).key(key)));
        client.close();
    }
}
