package chat.natter.media.storage;

import chat.natter.media.item.MediaItem;
import chat.natter.media.item.Sha256;
import chat.natter.storage.Encryption;
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
    private final S3Presigner ownPresigner;
    private final ObjectNames names;
    private final Encryption encryption;

    SignUrls(S3Presigner presigner, OwnPresigner own, ObjectNames names, Encryption encryption) {
        this.presigner = presigner;
        this.ownPresigner = own.presigner();
        this.names = names;
        this.encryption = encryption;
    }

    /** One PUT of exactly the announced bytes: length, type and hash are part of the signature. */
    public SignedUrl put(MediaItem item, Duration lifetime) {
        return signed(presigner.presignPutObject(presign -> presign.signatureDuration(lifetime)
                .putObjectRequest(request -> encryption
                        .of(request)
                        .bucket(names.bucket())
                        .key(names.inBucket(ObjectKey.upload(item.id())))
                        .contentType(item.file().mime().value())
                        .contentLength(item.file().size())
                        .checksumSHA256(item.file().sha256().base64()))));
    }

    /** One PUT of exactly that part: its length and hash are part of the signature. */
    public SignedUrl putPart(Slot slot, int number, long length, Sha256 sha256, Duration lifetime) {
        return signed(presigner.presignUploadPart(presign -> presign.signatureDuration(lifetime)
                .uploadPartRequest(request -> request.bucket(names.bucket())
                        .key(names.inBucket(ObjectKey.object(slot.item().id())))
                        .uploadId(slot.uploadId())
                        .partNumber(number)
                        .contentLength(length)
                        .checksumSHA256(sha256.base64()))));
    }

    /** GETs, also of ranges, that are answered with this type and disposition. */
    public URI get(MediaItem item, String disposition, Duration lifetime) {
        return signed(presigner.presignGetObject(presign -> presign.signatureDuration(lifetime)
                        .getObjectRequest(request -> request.bucket(names.bucket())
                                .key(names.inBucket(ObjectKey.object(item.id())))
                                .responseContentType(item.file().served())
                                .responseContentDisposition(disposition))))
                .url();
    }

    /** The thumbnail is a JPEG of our own making: harmless wherever it is shown. */
    public URI getThumbnail(MediaItem item, Duration lifetime) {
        return signed(presigner.presignGetObject(presign -> presign.signatureDuration(lifetime)
                        .getObjectRequest(request -> request.bucket(names.bucket())
                                .key(names.inBucket(ObjectKey.thumbnail(item.id())))
                                .responseContentType("image/jpeg")
                                .responseContentDisposition("inline"))))
                .url();
    }

    /** For a program on this side, which reads what it needs. */
    public URI ownGet(MediaItem item, Duration lifetime) {
        return signed(ownPresigner.presignGetObject(presign -> presign.signatureDuration(lifetime)
                        .getObjectRequest(request ->
                                request.bucket(names.bucket()).key(names.inBucket(ObjectKey.object(item.id()))))))
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
