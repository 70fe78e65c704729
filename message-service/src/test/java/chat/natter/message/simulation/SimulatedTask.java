package chat.natter.message.simulation;

import chat.natter.message.simulation.SimulatedLog.Entry;
import chat.natter.message.simulation.SimulatedLog.Name;
import chat.natter.message.simulation.SimulatedLog.Producer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A stage at work on the log, as Kafka Streams runs it with at-least-once processing. */
final class SimulatedTask {
    private final SimulatedLog log;
    private final List<Name> inputs;
    private final Factory factory;
    private final Map<Name, Integer> committed = new EnumMap<>(Name.class);
    private final Map<Name, Integer> next = new EnumMap<>(Name.class);
    private MemoryStore store = new MemoryStore();
    private int flushedWrites;
    private Producer producer;
    private Stage stage;

    interface Stage {
        void process(Name topic, Entry entry, long by);

        /** What the stage does by itself after a start; returns whether there is more. */
        boolean resume(long now);
    }

    interface Factory {
        Stage create(MemoryStore store, Producer producer);
    }

    SimulatedTask(SimulatedLog log, List<Name> inputs, Factory factory) {
        this.log = log;
        this.inputs = inputs;
        this.factory = factory;
        this.producer = new Producer(log);
        this.stage = factory.create(store, producer);
    }

    /** Processes one record of a random input; returns whether there was one. */
    boolean step(Random random) {
        int start = random.nextInt(inputs.size());
        for (int i = 0; i < inputs.size(); i++) {
            Name name = inputs.get((start + i) % inputs.size());
            int offset = next.getOrDefault(name, 0);
            if (offset < log.topic(name).size()) {
                next.put(name, offset + 1);
                stage.process(name, log.topic(name).get(offset), offset + 1);
                return true;
            }
        }
        return false;
    }

    /** Lets some of what is under way arrive. */
    void letSomeGo(Random random) {
        for (Name name : Name.values()) {
            producer.letGo(name, random.nextInt(4));
        }
    }

    void commit() {
        producer.flush();
        flushedWrites = store.writes();
        committed.putAll(next);
    }

    /** Dies: random prefixes of the store's writes and of each topic's records survive. Another takes over. */
    void crash(Random random, long now) {
        for (Name name : Name.values()) {
            producer.letGo(name, random.nextInt(8));
        }
        int unsure = store.writes() - flushedWrites;
        int surviving = flushedWrites + (unsure == 0 ? 0 : random.nextInt(unsure + 1));
        store = store.restoredTo(surviving);
        flushedWrites = surviving;
        next.clear();
        next.putAll(committed);
        producer = new Producer(log);
        stage = factory.create(store, producer);
        // The take-over may be worked off before, between or after the first records.
        if (random.nextBoolean()) {
            resume(now);
        }
    }

    void resume(long now) {
        while (stage.resume(now)) {
            // a slice at a time
        }
    }

    MemoryStore store() {
        return store;
    }
}
