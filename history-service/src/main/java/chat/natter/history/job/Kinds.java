package chat.natter.history.job;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of jobs that this version knows. */
@Singleton
final class Kinds {
    private final Map<String, JobWork> works;

    @Inject
    Kinds(Instance<JobWork> works) {
        this(works.stream().toList());
    }

    Kinds(Collection<JobWork> works) {
        this.works = works.stream().collect(Collectors.toMap(JobWork::kind, Function.identity()));
    }

    boolean knows(String kind) {
        return works.containsKey(kind);
    }

    JobWork of(String kind) {
        return requireNonNull(works.get(kind), kind);
    }
}
