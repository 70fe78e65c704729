package chat.natter.stack.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was started, in the order of starting. At most one part of a name. */
public record StackState(Connections connections, List<RunningPart> services) {
    public StackState {
        services = List.copyOf(services);
    }

    public Optional<RunningPart> part(String name) {
        return services.stream().filter(part -> part.name().equals(name)).findFirst();
    }

    /** Replaces the part of that name in its place, or adds it. */
    public StackState with(RunningPart part) {
        List<RunningPart> parts = new ArrayList<>(services);
        int index = parts.stream().map(RunningPart::name).toList().indexOf(part.name());
        if (index < 0) {
            parts.add(part);
        } else {
            parts.set(index, part);
        }
        return new StackState(connections, parts);
    }

    public StackState without(String name) {
        return new StackState(
                connections,
                services.stream().filter(part -> !part.name().equals(name)).toList());
    }
}
