package chat.natter.client.terminal;

import chat.natter.client.media.UnfinishedUploads;
import chat.natter.contract.InvalidId;
import chat.natter.contract.MediaId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Begun uploads of one user at one server: a file each, whose name is the hash. Losing one costs an upload from the
 * start.
 */
final class RememberedUploads implements UnfinishedUploads {
    private final Path folder;

    RememberedUploads(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<MediaId> find(String sha256) {
        try {
            return Optional.of(new MediaId(Files.readString(folder.resolve(sha256))));
        } catch (IOException | InvalidId e) {
            return Optional.empty();
        }
    }

    @Override
    public void remember(String sha256, MediaId media) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(sha256), media.value());
        } catch (IOException e) {
            throw new ChatFailure("cannot write to " + folder);
        }
    }

    @Override
    public void forget(String sha256) {
        try {
            Files.deleteIfExists(folder.resolve(sha256));
        } catch (IOException e) {
            // Then it is found and turns out to be over.
        }
    }
}
