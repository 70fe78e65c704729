package chat.natter.history.objects;

import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Tells an outage of S3 from a fault of ours. */
final class Asking {
    private static final int NOT_FOUND = 404;

    private Asking() {}

    /** What S3 answers; throws {@link StorageUnavailable} if it does not, or refuses us. */
    static <T> T s3(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException e) {
            throw new StorageUnavailable(e);
        }
    }

    /** The same for what is to be away afterwards: it does no harm if it is already. */
    static void s3ToRemove(Runnable call) {
        s3(() -> {
            try {
                call.run();
            } catch (S3Exception e) {
                if (e.statusCode() != NOT_FOUND) {
                    throw e;
                }
            }
            return true;
        });
    }
}
