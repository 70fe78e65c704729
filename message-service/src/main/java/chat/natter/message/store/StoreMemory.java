package chat.natter.message.store;

import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.Cache;
import org.rocksdb.CompactionStyle;
import org.rocksdb.CompressionType;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bounded cache that all stores of the process share and that their write buffers count against. It lives as long
 * as the process.
 */
public final class StoreMemory {
    private static final int MEMTABLE_SHARE = 2;
    private static final int FEW_BYTES = 4 * 1024 * 1024;

    static {
        RocksDB.loadLibrary();
    }

    private final Cache cache;
    private final WriteBufferManager writeBuffers;
    private final BloomFilter filter = new BloomFilter();

    public StoreMemory(long bytes) {
        cache = new LRUCache(bytes);
        writeBuffers = new WriteBufferManager(bytes / MEMTABLE_SHARE, cache);
    }

    /** Options for one store, which closes them. */
    Options options() {
        BlockBasedTableConfig table = new BlockBasedTableConfig()
                .setBlockCache(cache)
                .setCacheIndexAndFilterBlocks(true)
                .setPinTopLevelIndexAndFilter(true)
                .setFilterPolicy(filter);
        return new Options()
                .setCreateIfMissing(true)
                .setErrorIfExists(false)
                .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL)
                .setTableFormatConfig(table)
                .setWriteBufferManager(writeBuffers)
                .setWriteBufferSize(FEW_BYTES)
                .setMaxWriteBufferNumber(3)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setCompactionStyle(CompactionStyle.UNIVERSAL)
                // Entries live for seconds: most are gone before they would leave memory.
                .setMaxBackgroundJobs(2);
    }
}
