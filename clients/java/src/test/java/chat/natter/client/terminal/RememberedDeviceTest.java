package chat.natter.client.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.client.rest.Session;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RememberedDeviceTest {
    private static final DeviceId DEVICE = new DeviceId("2".repeat(26));

    private final Path folder;

    RememberedDeviceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void isTheSameAfterARestart() {
        // Given
        try (RememberedDevice device = RememberedDevice.claim(folder, "alice@host-1-terminal")) {
            device.write(session());
        }

        // When
        try (RememberedDevice again = RememberedDevice.claim(folder, "alice@host-1-terminal")) {
            // Then
            assertThat(again.read()).contains(new RememberedDevice.Known(DEVICE, "refresh"));
        }
    }

    @Test
    void isReadableByItsOwnerOnly() throws IOException {
        // When
        try (RememberedDevice device = RememberedDevice.claim(folder, "alice@host-1-terminal")) {
            device.write(session());
        }

        // Then
        try (Stream<Path> files = Files.list(folder)) {
            Path written = files.filter(file -> file.toString().endsWith(".json"))
                    .findFirst()
                    .orElseThrow();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(written)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void remembersNothingFromABrokenFile() throws IOException {
        // Given
        Files.writeString(folder.resolve("alice.json"), "{");

        // When
        try (RememberedDevice device = RememberedDevice.claim(folder, "alice")) {
            // Then
            assertThat(device.read()).isEmpty();
        }
    }

    private static Session session() {
        return new Session(new UserId("0".repeat(26)), DEVICE, "access", "refresh", 900);
    }
}
