package chat.natter.media.storage;

import chat.natter.media.item.MediaItem;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import software.amazon.awssdk.awscore.presigner.PresignedRequest;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** Signs addresses in the bucket. Pure computation: it needs no network. */
@Singleton
public final class SignUrls {
    /** Every HTTP client sends these by itself, and browsers do not let anybody else set them. */
    private static final Set<String> SENT_ANYWAY = Set.of("host", "content-length");

    private final S3Presigner presigner;
    private final String bucket;

    SignUrls(S3Presigner presigner, S3Config config) {
        this.presigner = presigner;
        this.bucket = config.bucket();
    }

    /** One PUT of exactly the announced bytes: length, type and hash are part of the signature. */
    public SignedUrl put(MediaItem item, Duration lifetime) {
        return signed(presigner.presignPutObject(presign -> presign.signatureDuration(lifetime)
                .putObjectRequest(request -> request.bucket(bucket)
                        .key(ObjectKey.upload(item.id()).value())
                        .contentType(item.mime().value())
                        .contentLength(item.size())
                        .checksumSHA256(item.sha256().base64()))));
    }

    /** GETs, also of ranges, that are answered with this type and disposition. */
    public URI get(MediaItem item, String disposition, Duration lifetime) {
        return signed(presigner.presignGetObject(presign -> presign.signatureDuration(lifetime)
                        .getObjectRequest(request -> request.bucket(bucket)
                                .key(ObjectKey.object(item.id()).value())
                                .responseContentType(item.mime().served())
                                .responseContentDisposition(disposition))))
                .url();
    }

    private static SignedUrl signed(PresignedRequest request) {
        Map<String, String> headers = new TreeMap<>();
        for (Map.Entry<String, List<String>> header : request.signedHeaders().entrySet()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (!SENT_ANYWAY.contains(name)) {
                headers.put(name, String.join(",", header.getValue()));
            }
        }
        return new SignedUrl(URI.create(request.url().toString()), headers, request.expiration());
    }
}
