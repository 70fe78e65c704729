package chat.natter.client.media;

import chat.natter.contract.MediaId;
import java.util.Optional;

/** Remembers uploads in parts that were begun, so that they go on after a restart. */
public interface UnfinishedUploads {
    /** For a client that does not go on. */
    UnfinishedUploads NONE = new UnfinishedUploads() {
        @Override
        public Optional<MediaId> find(String sha256) {
            return Optional.empty();
        }

        @Override
        public void remember(String sha256, MediaId media) {
            // Begun uploads end with the client.
        }

        @Override
        public void forget(String sha256) {
            // Nothing is remembered.
        }
    };

    /** The upload of the file with this hash. */
    Optional<MediaId> find(String sha256);

    void remember(String sha256, MediaId media);

    void forget(String sha256);
}
