package chat.natter.message.simulation;

import chat.natter.contract.record.Command;
import chat.natter.contract.record.Delivery;
import chat.natter.contract.record.Event;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.MemberMarks;
import chat.natter.contract.record.Notification;
import chat.natter.contract.record.TopicNews;
import chat.natter.message.stage.Outputs;
import com.google.protobuf.MessageLite;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One partition of each topic. */
final class SimulatedLog {
    enum Name {
        COMMANDS,
        EVENTS,
        INBOX,
        SESSIONS,
        ACCOUNTS,
        DELIVERIES,
        MARKS,
        NEWS,
        NOTIFICATIONS
    }

    record Entry(String key, MessageLite value, long at) {}

    private final Map<Name, List<Entry>> topics = new EnumMap<>(Name.class);

    SimulatedLog() {
        for (Name name : Name.values()) {
            topics.put(name, new ArrayList<>());
        }
    }

    List<Entry> topic(Name name) {
        List<Entry> entries = topics.get(name);
        if (entries == null) {
            throw new IllegalStateException();
        }
        return entries;
    }

    void append(Name name, String key, MessageLite value, long at) {
        topic(name).add(new Entry(key, value, at));
    }

    /** A producer whose records are under way until they are let go, in order per topic. */
    static final class Producer implements Outputs {
        private final Map<Name, List<Entry>> underWay = new EnumMap<>(Name.class);
        private final SimulatedLog log;

        Producer(SimulatedLog log) {
            this.log = log;
        }

        /** Lets at most so many records of that topic arrive. */
        void letGo(Name name, int most) {
            List<Entry> waiting = underWay.getOrDefault(name, new ArrayList<>());
            int count = Math.min(most, waiting.size());
            log.topic(name).addAll(waiting.subList(0, count));
            waiting.subList(0, count).clear();
        }

        void flush() {
            for (Name name : Name.values()) {
                letGo(name, Integer.MAX_VALUE);
            }
        }

        @Override
        public void event(Event event) {
            add(Name.EVENTS, event.getConversation(), event, event.getAt());
        }

        @Override
        public void news(String topic, long seq, long at) {
            add(Name.NEWS, topic, TopicNews.newBuilder().setSeq(seq).build(), at);
        }

        @Override
        public void inbox(String user, InboxRecord entry, long at) {
            add(Name.INBOX, user, entry, at);
        }

        /** There is one partition: one record for all. */
        @Override
        public void inbox(List<String> users, InboxRecord entry, long at) {
            if (!users.isEmpty()) {
                List<String> others = users.subList(1, users.size());
                inbox(users.get(0), entry.toBuilder().addAllOthers(others).build(), at);
            }
        }

        @Override
        public void command(String conversation, Command command, long at) {
            add(Name.COMMANDS, conversation, command, at);
        }

        @Override
        public void deliver(String gateway, Delivery delivery, long at) {
            add(Name.DELIVERIES, delivery.getSession(), delivery, at);
        }

        @Override
        public void marks(MemberMarks marks) {
            add(Name.MARKS, marks.getUser(), marks, marks.getAt());
        }

        @Override
        public void notification(Notification notification) {
            add(Name.NOTIFICATIONS, notification.getUser(), notification, notification.getAt());
        }

        private void add(Name name, String key, MessageLite value, long at) {
            underWay.computeIfAbsent(name, ignored -> new ArrayList<>()).add(new Entry(key, value, at));
        }
    }
}
