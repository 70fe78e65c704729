package chat.natter.message.store;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Makes {@link RocksStore}s that share one memory and write to a changelog. */
public final class RocksStores {
    private final StoreMemory memory;
    private final StoreMeters meters;

    public RocksStores(StoreMemory memory, MeterRegistry registry) {
        this.memory = memory;
        this.meters = new StoreMeters(registry);
    }

    /** A store with a changelog and without a cache, which would reorder the changelog. */
    public StoreBuilder<KeyValueStore<Bytes, byte[]>> named(String name) {
        return Stores.keyValueStoreBuilder(new Supplier(name), Serdes.Bytes(), Serdes.ByteArray())
                .withCachingDisabled()
                .withLoggingEnabled(Map.of());
    }

    private final class Supplier implements KeyValueBytesStoreSupplier {
        private final String name;

        Supplier(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public KeyValueStore<Bytes, byte[]> get() {
            return new RocksStore(name, memory, meters);
        }

        @Override
        public String metricsScope() {
            return "rocksdb";
        }
    }
}
