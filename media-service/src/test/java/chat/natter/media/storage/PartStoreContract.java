package chat.natter.media.storage;

import static org.assertj.core.api.Assertions.assertThat;

import chat.natter.media.item.SomeItems;
import chat.natter.media.storage.PartStore.Part;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every store of parts must do. */
interface PartStoreContract {
    int PART = 8 * 1024 * 1024;
    byte[] BYTES = SomeItems.mp4(PART + 1_000);

    PartStore parts();

    ObjectStore objects();

    /** As a client does, with the hash of these bytes. */
    void put(ObjectKey key, String uploadId, int number, byte[] bytes) throws Exception;

    @Test
    default void joinsPartsToAnObjectWithAnAttestedHash() throws Exception {
        // Given
        ObjectKey key = key();
        String uploadId = parts().begin(key, "video/mp4");
        put(key, uploadId, 2, Arrays.copyOfRange(BYTES, PART, BYTES.length));
        put(key, uploadId, 1, Arrays.copyOf(BYTES, PART));

        // When
        List<Part> there = parts().parts(key, uploadId);
        boolean early = objects().stat(key).isPresent();
        boolean joined = parts().join(key, uploadId, there);

        // Then
        assertThat(there).extracting(Part::number).containsExactly(1, 2);
        assertThat(there).extracting(Part::size).containsExactly((long) PART, 1_000L);
        assertThat(early).isFalse();
        assertThat(joined).isTrue();
        assertThat(objects().stat(key)).hasValueSatisfying(stat -> {
            assertThat(stat.size()).isEqualTo(BYTES.length);
            // A store that verifies each part need not vouch for the whole; if it does, then for the right hash.
            Attested right =
                    new Attested(SomeItems.inParts(BYTES, PART, "video/mp4").sha256(), 2);
            assertThat(stat.attested()).isIn(null, right);
        });
        assertThat(parts().parts(key, uploadId)).isEmpty();
    }

    @Test
    default void doesNotJoinAPartThatWasReplaced() throws Exception {
        // Given
        ObjectKey key = key();
        String uploadId = parts().begin(key, "video/mp4");
        put(key, uploadId, 1, new byte[] {1, 2, 3});
        List<Part> seen = parts().parts(key, uploadId);

        // When
        put(key, uploadId, 1, new byte[] {4, 5, 6});

        // Then
        assertThat(parts().join(key, uploadId, seen)).isFalse();
        assertThat(objects().stat(key)).isEmpty();
        parts().abandon(key, uploadId);
    }

    @Test
    default void knowsWhatIsUnderWayUntilItIsAbandoned() throws Exception {
        ObjectKey key = key();
        String uploadId = parts().begin(key, "video/mp4");
        put(key, uploadId, 1, new byte[] {1, 2, 3});

        assertThat(parts().open())
                .anySatisfy(open -> assertThat(open.key()).isEqualTo(key))
                .anySatisfy(open -> assertThat(open.uploadId()).isEqualTo(uploadId));

        parts().abandon(key, uploadId);
        parts().abandon(key, uploadId);

        assertThat(parts().open()).noneSatisfy(open -> assertThat(open.key()).isEqualTo(key));
        assertThat(parts().parts(key, uploadId)).isEmpty();
    }

    private static ObjectKey key() {
        return ObjectKey.object(SomeItems.of(SomeItems.user(), SomeItems.BYTES, "video/mp4", null)
                .id());
    }
}
