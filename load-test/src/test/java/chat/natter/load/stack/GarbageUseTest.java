package chat.natter.load.stack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class GarbageUseTest {
    @Test
    void addsAllCausesTogether() {
        // When
        GarbageUse use = GarbageUse.parse("""
                # HELP jvm_gc_pause_seconds Time spent in GC pause
                # TYPE jvm_gc_pause_seconds summary
                jvm_gc_pause_seconds_count{action="end of minor GC",cause="Allocation Failure",gc="Copy"} 12.0
                jvm_gc_pause_seconds_sum{action="end of minor GC",cause="Allocation Failure",gc="Copy"} 0.25
                jvm_gc_pause_seconds_count{action="end of major GC",cause="Metadata GC Threshold",gc="MarkSweepCompact"} 1.0
                jvm_gc_pause_seconds_sum{action="end of major GC",cause="Metadata GC Threshold",gc="MarkSweepCompact"} 0.5
                jvm_gc_pause_seconds_max{action="end of major GC",cause="Metadata GC Threshold",gc="MarkSweepCompact"} 0.5
                jvm_gc_overhead 0.001
                """);
        // Then
        assertThat(use).isEqualTo(new GarbageUse(13, 750));
    }

    @Test
    void hasNotPausedWhereNoPauseIsTold() {
        assertThat(GarbageUse.parse("jvm_info{version=\"17\"} 1.0\n")).isEqualTo(new GarbageUse(0, 0));
    }

    @Test
    void tellsAnotherJvmByWhatItHasNotDoneYet() {
        // Given
        GarbageUse before = new GarbageUse(10, 100);
        // Then
        assertThat(new GarbageUse(12, 130).isSameJvmAs(before)).isTrue();
        assertThat(new GarbageUse(12, 130).since(before)).isEqualTo(new GarbageUse(2, 30));
        assertThat(new GarbageUse(3, 30).isSameJvmAs(before)).isFalse();
    }
}
