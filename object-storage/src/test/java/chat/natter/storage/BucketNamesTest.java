package chat.natter.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketNamesTest {
    @Test
    void keysLieBelowThePrefix() {
        BucketNames names = new BucketNames("bucket", "tenants/acme/");

        assertThat(names.inBucket("a/b")).isEqualTo("tenants/acme/a/b");
        assertThat(names.key("tenants/acme/a/b")).isEqualTo("a/b");
        assertThat(new BucketNames("bucket", "").inBucket("a/b")).isEqualTo("a/b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "acme", "/acme/", "a//b/", "a b/", ".hidden/"})
    void refusesWhatIsNoPrefix(String prefix) {
        assertThatThrownBy(() -> new BucketNames("bucket", prefix)).isInstanceOf(IllegalArgumentException.class);
    }
}
