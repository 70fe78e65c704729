package chat.natter.message.topology;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Lets all stores of the process share one bounded cache that their write buffers count against; by default each store
 * would take up to 100 MB for itself.
 */
public final class BoundStoreMemory implements RocksDBConfigSetter {
    static final String BYTES = "natter.store.memory";

    private static final int MEMTABLE_SHARE = 2;
    private static final int FEW_BYTES = 4 * 1024 * 1024;
    private static @Nullable Cache cache;
    private static @Nullable WriteBufferManager writeBuffers;

    private final BloomFilter filter = new BloomFilter();

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        long bytes = Long.parseLong(String.valueOf(configs.get(BYTES)));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        synchronized (BoundStoreMemory.class) {
            if (cache == null) {
                cache = new LRUCache(bytes);
                writeBuffers = new WriteBufferManager(bytes / MEMTABLE_SHARE, cache);
            }
            table.setBlockCache(cache);
            options.setWriteBufferManager(writeBuffers);
        }
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        table.setFilterPolicy(filter);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(FEW_BYTES);
        options.setMaxWriteBufferNumber(3);
        // Entries live for seconds: most are gone before they would leave memory.
        options.setMaxBackgroundJobs(2);
    }

    @Override
    public void close(String store, Options options) {
        // The cache is the process's, not the store's.
        filter.close();
    }
}
