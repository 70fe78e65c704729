package chat.natter.history.overview;

import chat.natter.contract.ConversationId;
import chat.natter.contract.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who has which conversation, in memory; how far each has come is what a test says. */
public final class InMemoryOverview implements OverviewStore {
    public final List<Newcomer> newcomers = new ArrayList<>();
    final List<Progress> progress = new ArrayList<>();

    @Override
    public void write(List<Newcomer> added) {
        newcomers.addAll(added);
    }

    @Override
    public List<ConversationId> conversations(UserId user) {
        return newcomers.stream()
                .filter(newcomer -> newcomer.user().equals(user))
                .map(Newcomer::conversation)
                .toList();
    }

    @Override
    public void forget(UserId user, Instant at) {
        newcomers.removeIf(newcomer -> newcomer.user().equals(user));
    }

    @Override
    public List<Progress> of(UserId user) {
        return progress;
    }
}
