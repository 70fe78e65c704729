package chat.natter.client.terminal;

import chat.natter.client.rest.Session;
import chat.natter.contract.DeviceId;
import chat.natter.contract.InvalidId;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * The device of one user at one server, in a file that only its owner can read: with it, a restart is the same device
 * and needs no password. Held by one process at a time; another terminal of the same user is another device.
 */
final class RememberedDevice implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST = 20;
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    /** What the file holds. */
    record Known(DeviceId device, String refreshToken) {
        @Override
        public String toString() {
            return "Known[" + device + "]";
        }
    }

    private final Path file;
    private final FileChannel lock;

    private RememberedDevice(Path file, FileChannel lock) {
        this.file = file;
        this.lock = lock;
    }

    /** The first device of that name which no other process holds: {@code name}, {@code name-2}, … */
    static RememberedDevice claim(Path folder, String name) {
        String safe = name.replaceAll("[^A-Za-z0-9@._-]", "_");
        try {
            Files.createDirectories(folder);
            for (int number = 1; number <= MOST; number++) {
                String numbered = number == 1 ? safe : safe + "-" + number;
                FileChannel channel = FileChannel.open(
                        folder.resolve(numbered + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return new RememberedDevice(folder.resolve(numbered + ".json"), channel);
                }
                channel.close();
            }
        } catch (IOException e) {
            throw new ChatFailure("cannot write to " + folder + "; --state DIR names another folder");
        }
        throw new ChatFailure(MOST + " terminals of this user are open already");
    }

    /** Empty if nothing usable is remembered. */
    Optional<Known> read() {
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            return Optional.of(new Known(
                    new DeviceId(json.path("deviceId").asText()),
                    json.path("refreshToken").asText()));
        } catch (IOException | InvalidId e) {
            return Optional.empty();
        }
    }

    void write(Session session) {
        String json = JsonNodeFactory.instance
                .objectNode()
                .put("deviceId", session.deviceId().value())
                .put("refreshToken", session.refreshToken())
                .toString();
        try {
            Path written = Files.createTempFile(file.toAbsolutePath().getParent(), ".device", "", OWNER_ONLY);
            Files.writeString(written, json);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new ChatFailure("cannot write " + file);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            // The lock ends with the process.
        }
    }
}
