package chat.natter.history.objects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of packages does. */
public interface PackageStoreContract {
    PackageStore packages();

    byte[] read(String key);

    /** A whole part and some of the next one. */
    int MORE_THAN_A_PART = 5 * 1024 * 1024 + 1_000;

    @Test
    default void anObjectIsThereOnceItIsComplete() throws Exception {
        byte[] bytes = new byte[MORE_THAN_A_PART];
        bytes[7] = 7;
        bytes[bytes.length - 1] = 9;
        try (Upload upload = packages().begin("users/a/whole", "application/zip")) {
            upload.write(bytes, 0, 10);
            assertThat(keys()).doesNotContain("users/a/whole");
            upload.write(bytes[10]);
            upload.write(bytes, 11, bytes.length - 11);
            upload.complete();
            assertThat(upload.bytes()).isEqualTo(bytes.length);
        }

        assertThat(read("users/a/whole")).isEqualTo(bytes);
        packages().deleteAll("users/a/whole");
        assertThat(keys()).doesNotContain("users/a/whole");
    }

    @Test
    default void whatIsGivenUpNeverWas() throws Exception {
        try (Upload upload = packages().begin("users/b/broken", "application/zip")) {
            upload.write(new byte[MORE_THAN_A_PART]);
        }

        assertThat(keys()).doesNotContain("users/b/broken");
    }

    @Test
    default void nobodyCompletesWhatWasTakenAway() throws Exception {
        try (Upload upload = packages().begin("users/c/late", "application/zip")) {
            upload.write(1);
            packages().deleteAll("users/c/");

            assertThatThrownBy(upload::complete).isInstanceOf(StorageUnavailable.class);
        }
        assertThat(keys()).doesNotContain("users/c/late");
    }

    @Test
    default void onlyWhatBeginsSoIsDeleted() throws Exception {
        for (String key : List.of("users/d/1", "users/d/2", "users/dd/1")) {
            try (Upload upload = packages().begin(key, "application/zip")) {
                upload.complete();
            }
        }

        packages().deleteAll("users/d/");

        assertThat(keys()).contains("users/dd/1").doesNotContain("users/d/1", "users/d/2");
        assertThat(packages().all().filter(stored -> stored.key().equals("users/dd/1")))
                .allSatisfy(stored -> assertThat(stored.modifiedAt()).isAfter(Instant.EPOCH));
        packages().deleteAll("users/dd/");
        packages().abandonUploadsBefore(Instant.EPOCH);
    }

    private List<String> keys() {
        return packages().all().map(PackageStore.Stored::key).toList();
    }
}
