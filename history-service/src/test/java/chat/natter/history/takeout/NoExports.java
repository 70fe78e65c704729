package chat.natter.history.takeout;

import chat.natter.history.job.SomeJobs;
import chat.natter.history.objects.InMemoryPackages;
import java.time.Clock;

/** Where nobody has asked for an export. */
public final class NoExports {
    private NoExports() {}

    public static RemoveExports toRemove() {
        InMemoryPackages packages = new InMemoryPackages(Clock.systemUTC());
        return new RemoveExports(new InMemoryOwnExports(), new SomeJobs(packages, Clock.systemUTC()).jobs(), packages);
    }
}
