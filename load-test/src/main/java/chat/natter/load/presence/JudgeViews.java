package chat.natter.load.presence;

import chat.natter.contract.PresenceState;
import chat.natter.contract.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Finds each view that is not true, of those devices at which somebody looks. */
final class JudgeViews {
    private JudgeViews() {}

    /**
     * All of them, in the order of the views.
     *
     * @param truth what is true of each who is watched
     */
    static List<WrongView> wrong(List<View> views, Function<UserId, PresenceState> truth) {
        List<WrongView> wrong = new ArrayList<>();
        for (View view : views) {
            if (view.looking()) {
                Map<UserId, PresenceState> seen = view.seen();
                view.watched().stream()
                        .sorted(Comparator.comparing(UserId::value))
                        .forEach(watched -> {
                            PresenceState is = truth.apply(watched);
                            if (seen.get(watched) != is) {
                                wrong.add(new WrongView(view.watcher(), watched, seen.get(watched), is));
                            }
                        });
            }
        }
        return wrong;
    }
}
