package chat.natter.message.group;

import chat.natter.contract.Problem;
import chat.natter.contract.record.GroupChange;

/** What comes of a group command. */
public sealed interface Decision {
    record Changes(GroupChange change) implements Decision {}

    record Refuses(Problem problem) implements Decision {}

    static Decision changes(GroupChange.Builder change) {
        return new Changes(change.build());
    }

    static Decision refuses(Problem problem) {
        return new Refuses(problem);
    }
}
