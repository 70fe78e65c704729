package chat.natter.message.simulation;

import chat.natter.contract.ConversationId;
import chat.natter.contract.record.Account;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.InboxRecord;
import chat.natter.contract.record.SessionRecord;
import chat.natter.message.conversation.CommandAt;
import chat.natter.message.conversation.ConversationLimits;
import chat.natter.message.conversation.ConversationStage;
import chat.natter.message.inbox.InboxLimits;
import chat.natter.message.inbox.InboxStage;
import chat.natter.message.inbox.Place;
import chat.natter.message.simulation.SimulatedLog.Name;
import java.time.Duration;

/** The two stages, fed from the simulated log. */
final class SimulatedStages {
    private static final InboxLimits SMALL_WINDOW = new InboxLimits(4, Duration.ofDays(30), Duration.ofMinutes(10), 32);

    private SimulatedStages() {}

    static SimulatedTask.Factory conversation(ConversationLimits limits) {
        return (store, producer) -> {
            ConversationStage stage = new ConversationStage(store, producer, limits);
            return new SimulatedTask.Stage() {
                @Override
                public void process(Name topic, SimulatedLog.Entry entry, long by) {
                    stage.process(
                            new CommandAt(new ConversationId(entry.key()), (Command) entry.value(), by, entry.at()));
                }

                @Override
                public boolean resume(long at) {
                    return false;
                }
            };
        };
    }

    static SimulatedTask.Factory inbox() {
        return (store, producer) -> {
            InboxStage stage = new InboxStage(store, producer, SMALL_WINDOW);
            return new SimulatedTask.Stage() {
                @Override
                public void process(Name topic, SimulatedLog.Entry entry, long by) {
                    Place place = new Place(by, entry.at());
                    if (entry.value() instanceof InboxRecord record) {
                        stage.process(entry.key(), record, place);
                    } else if (entry.value() instanceof SessionRecord record) {
                        stage.process(entry.key(), record, place);
                    } else {
                        stage.process(entry.key(), (Account) entry.value(), place);
                    }
                }

                @Override
                public boolean resume(long at) {
                    return stage.resume(at, 3);
                }
            };
        };
    }
}
