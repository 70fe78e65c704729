package chat.natter.auth.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class BoundBodyTest {
    @Test
    void readsABodyUpToTheLimitAndNoFurther() throws IOException {
        assertThat(bound(BoundBody.MAX_BYTES).readAllBytes()).hasSize(BoundBody.MAX_BYTES);
        assertThatThrownBy(() -> bound(BoundBody.MAX_BYTES + 1).readAllBytes()).isInstanceOf(BodyTooLarge.class);
    }

    @Test
    void tellsABodyThatWasCutOffFromAFault() throws IOException {
        // Given
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        InputStream cut = BoundBody.bound(closed);

        // Then
        assertThatThrownBy(cut::read).isInstanceOf(BodyCutOff.class);
        assertThatThrownBy(() -> cut.read(new byte[10], 0, 10)).isInstanceOf(BodyCutOff.class);
    }

    private static InputStream bound(int bytes) {
        return BoundBody.bound(new ByteArrayInputStream(new byte[bytes]));
    }
}
