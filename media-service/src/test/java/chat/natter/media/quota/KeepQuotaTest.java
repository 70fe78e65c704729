package chat.natter.media.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.media.item.MediaItem;
import chat.natter.media.item.SomeItems;
import chat.natter.media.problem.Refusal;
import chat.natter.media.storage.InMemoryObjects;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class KeepQuotaTest {
    private final InMemoryObjects objects = new InMemoryObjects();
    private final Reservations reservations = new Reservations(objects);
    private final UserId alice = SomeItems.user();

    @Test
    void anAccountHasRoomUpToItsQuotaAndNoFurther() {
        // Given
        KeepQuota quota = quota(100, OptionalLong.empty());
        MediaItem first = file(alice, 60);
        MediaItem second = file(alice, 41);
        quota.reserve(first);

        // Then
        refuses(quota, second);
        assertThat(reservations.bytesOf(alice)).isEqualTo(60);
        quota.reserve(file(alice, 40));
        quota.reserve(file(SomeItems.user(), 100));

        // When
        reservations.remove(first);

        // Then
        quota.reserve(second);
    }

    @Test
    void allAccountsTogetherHaveABoundToo() {
        KeepQuota quota = quota(100, OptionalLong.of(150));
        quota.reserve(file(alice, 90));

        refuses(quota, file(SomeItems.user(), 61));
        quota.reserve(file(SomeItems.user(), 60));

        KeepQuota startedLater = quota(100, OptionalLong.of(150));
        startedLater.count();
        refuses(startedLater, file(SomeItems.user(), 1));
    }

    @Test
    void aFileLargerThanTheWholeQuotaReservesNothing() {
        refuses(quota(100, OptionalLong.empty()), file(alice, 101));

        assertThat(objects.keys()).isEmpty();
    }

    private static void refuses(KeepQuota quota, MediaItem item) {
        assertThatThrownBy(() -> quota.reserve(item))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.problem()).isEqualTo(Problem.QUOTA_EXCEEDED));
    }

    private static MediaItem file(UserId owner, int size) {
        return SomeItems.of(owner, SomeItems.png(size), "image/png", null);
    }

    private KeepQuota quota(long perAccount, OptionalLong perTenant) {
        return new KeepQuota(reservations, new QuotaConfig() {
            @Override
            public long perAccount() {
                return perAccount;
            }

            @Override
            public OptionalLong perTenant() {
                return perTenant;
            }

            @Override
            public Duration countEvery() {
                return Duration.ofMinutes(1);
            }
        });
    }
}
