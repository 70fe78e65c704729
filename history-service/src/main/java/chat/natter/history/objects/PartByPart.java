package chat.natter.history.objects;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Sends a part as soon as it is full. */
final class PartByPart extends Upload {
    private static final Logger LOG = Logger.getLogger(PartByPart.class);

    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final String uploadId;
    private final byte[] part;
    private final List<CompletedPart> sent = new ArrayList<>();
    private int filled;
    private long bytes;
    private boolean completed;

    PartByPart(S3Client s3, String bucket, String key, String uploadId, int partBytes) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.uploadId = uploadId;
        this.part = new byte[partBytes];
    }

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int length) {
        int from = offset;
        int left = length;
        while (left > 0) {
            int count = Math.min(left, part.length - filled);
            System.arraycopy(source, from, part, filled, count);
            filled += count;
            from += count;
            left -= count;
            if (filled == part.length) {
                send();
            }
        }
        bytes += length;
    }

    private void send() {
        int number = sent.size() + 1;
        int length = filled;
        String version = Asking.s3(() -> s3.uploadPart(
                        request -> request.bucket(bucket)
                                .key(key)
                                .uploadId(uploadId)
                                .partNumber(number)
                                .contentLength((long) length),
                        // Not a copy, and can be read again if the SDK has to.
                        RequestBody.fromContentProvider(
                                () -> new ByteArrayInputStream(part, 0, length), length, "application/octet-stream"))
                .eTag());
        sent.add(CompletedPart.builder().partNumber(number).eTag(version).build());
        filled = 0;
    }

    @Override
    public void complete() {
        // S3 takes no upload without parts, but one of an empty part.
        if (filled > 0 || sent.isEmpty()) {
            send();
        }
        Asking.s3(() -> s3.completeMultipartUpload(request ->
                request.bucket(bucket).key(key).uploadId(uploadId).multipartUpload(parts -> parts.parts(sent))));
        completed = true;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public void close() {
        if (completed) {
            return;
        }
        try {
            s3.abortMultipartUpload(request -> request.bucket(bucket).key(key).uploadId(uploadId));
        } catch (SdkException e) {
            LOG.warnf("an upload is left to the sweep key=%s cause=%s", key, e.getMessage());
        }
    }
}
