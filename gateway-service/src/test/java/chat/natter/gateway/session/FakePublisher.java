package chat.natter.gateway.session;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import chat.natter.contract.record.Command;
import chat.natter.contract.record.PullRequest;
import chat.natter.contract.record.SessionRecord;
import chat.natter.contract.record.TypingRecord;
import chat.natter.contract.record.WatchRecord;
import java.util.ArrayList;
import java.util.List;

/** Keeps what would have gone to Kafka, and can refuse it at once or later. */
public final class FakePublisher implements Publisher {
    /** A command as it was published. */
    record Published(ConversationId conversation, Command command, long at) {}

    /** Under which everything here is followed. */
    static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final List<Published> commands = new ArrayList<>();
    private final List<WatchRecord> watches = new ArrayList<>();
    private final List<TypingRecord> typing = new ArrayList<>();
    private final List<PullRequest> pulls = new ArrayList<>();
    private final List<SessionRecord> records = new ArrayList<>();
    private final List<Runnable> refusals = new ArrayList<>();
    private boolean full;

    @Override
    public boolean command(ConversationId conversation, Command command, long at, Refused refused) {
        if (full) {
            return false;
        }
        commands.add(new Published(conversation, command, at));
        refusals.add(() -> refused.command(TRACE));
        return true;
    }

    @Override
    public void watch(UserId user, WatchRecord record, long at) {
        watches.add(record);
    }

    @Override
    public void typing(ConversationId conversation, TypingRecord record, long at) {
        typing.add(record);
    }

    @Override
    public boolean pull(ConversationId conversation, PullRequest request, long at, Runnable refused) {
        if (full) {
            return false;
        }
        pulls.add(request);
        refusals.add(refused);
        return true;
    }

    @Override
    public void session(UserId user, SessionRecord record, long at) {
        records.add(record);
    }

    void fill() {
        full = true;
    }

    /** What was taken turns out not to be stored. */
    void failAll() {
        refusals.forEach(Runnable::run);
    }

    List<Published> commands() {
        return commands;
    }

    List<WatchRecord> watches() {
        return watches;
    }

    List<TypingRecord> typing() {
        return typing;
    }

    List<PullRequest> pulls() {
        return pulls;
    }

    List<SessionRecord> records() {
        return records;
    }

    List<SessionRecord> records(SessionRecord.BodyCase kind) {
        return records.stream().filter(record -> record.getBodyCase() == kind).toList();
    }

    List<Long> acknowledged() {
        return records(SessionRecord.BodyCase.ACKNOWLEDGED).stream()
                .map(record -> record.getAcknowledged().getPosition())
                .toList();
    }
}
