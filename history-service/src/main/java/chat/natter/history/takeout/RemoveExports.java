package chat.natter.history.takeout;

import chat.natter.contract.UserId;
import chat.natter.history.job.Jobs;
import chat.natter.history.objects.PackageStore;
import jakarta.inject.Singleton;

/** Takes away what an erased account had asked for, and sees to it that it asks for no more. May be done again. */
@Singleton
public final class RemoveExports {
    private final OwnExports exports;
    private final Jobs jobs;
    private final PackageStore packages;

    RemoveExports(OwnExports exports, Jobs jobs, PackageStore packages) {
        this.exports = exports;
        this.jobs = jobs;
        this.packages = packages;
    }

    /** Returns only when nothing is left. Asks nothing of object storage for those who never had an export. */
    public void of(UserId user) {
        OwnExport own = exports.of(user);
        while (!own.erased() && !exports.replace(user, own.ofErased())) {
            own = exports.of(user);
        }
        if (own.job().isPresent()) {
            jobs.cancel(own.job().get());
            packages.deleteAll(TakeOut.folder(user));
        }
    }
}
