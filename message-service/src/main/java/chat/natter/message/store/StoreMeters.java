package chat.natter.message.store;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import org.apache.kafka.streams.errors.InvalidStateStoreException;

/** How much is in the stores that this instance has, per store and partition. */
final class StoreMeters {
    private final MeterRegistry registry;
    private final Map<RocksStore, List<Meter>> gauges = new ConcurrentHashMap<>();

    StoreMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void opened(RocksStore store, int partition) {
        Tags tags = Tags.of("store", store.name(), "partition", Integer.toString(partition));
        gauges.put(
                store,
                List.of(
                        gauge(
                                "natter.message.store.keys",
                                "Keys, about",
                                store,
                                RocksStore::approximateNumEntries,
                                tags),
                        gauge("natter.message.store.bytes", "Bytes on the disk", store, RocksStore::bytes, tags)));
    }

    void closed(RocksStore store) {
        gauges.getOrDefault(store, List.of()).forEach(registry::remove);
        gauges.remove(store);
    }

    private Gauge gauge(
            String name, String description, RocksStore store, ToDoubleFunction<RocksStore> value, Tags tags) {
        return Gauge.builder(name, store, open -> valueOf(open, value))
                .description(description)
                .tags(tags)
                .register(registry);
    }

    private static double valueOf(RocksStore store, ToDoubleFunction<RocksStore> value) {
        try {
            return value.applyAsDouble(store);
        } catch (InvalidStateStoreException e) {
            // It moves to another instance at this very moment.
            return Double.NaN;
        }
    }
}
