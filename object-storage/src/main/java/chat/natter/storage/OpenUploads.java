package chat.natter.storage;

import java.util.List;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

/** A service's multipart uploads that were begun and have not come to an end. */
public final class OpenUploads {
    private OpenUploads() {}

    /** Those of the service alone: some servers name all of the bucket's, whatever prefix they are asked for. */
    public static List<MultipartUpload> of(S3Client s3, BucketNames names) {
        return s3
                .listMultipartUploads(request -> request.bucket(names.bucket()).prefix(names.prefix()))
                .uploads()
                .stream()
                .filter(upload -> upload.key().startsWith(names.prefix()))
                .toList();
    }
}
