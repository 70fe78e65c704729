package chat.natter.message.conversation;

import chat.natter.contract.Problem;
import chat.natter.contract.UserId;
import chat.natter.contract.record.GroupSettings;
import java.util.Optional;

/** Of all that can be asked of a group, two people can set for how long their messages stay, and either of them may. */
final class CheckTimer {
    private CheckTimer() {}

    /** What is wrong with it; empty if nothing is. */
    static Optional<Problem> problem(CommandAt at) {
        if (!at.conversation().isBetween(new UserId(at.command().getUser()))) {
            return Optional.of(Problem.NOT_A_MEMBER);
        }
        GroupSettings settings = at.command().getGroup().getSettings();
        GroupSettings timer = GroupSettings.newBuilder()
                .setExpireAfter(settings.getExpireAfter())
                .build();
        return settings.equals(timer) ? Optional.empty() : Optional.of(Problem.BAD_REQUEST);
    }
}
