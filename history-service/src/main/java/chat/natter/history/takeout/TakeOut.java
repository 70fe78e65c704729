package chat.natter.history.takeout;

import chat.natter.contract.UserId;
import chat.natter.history.job.Job;
import chat.natter.history.job.JobRun;
import chat.natter.history.job.JobWork;
import chat.natter.history.objects.PackageStore;
import chat.natter.history.objects.Upload;
import jakarta.inject.Singleton;
import java.time.ZoneId;

/**
 * Makes the package of one export. An attempt that was broken off leaves nothing behind, and the next one begins anew:
 * a ZIP cannot be gone on with unless its compressor and its directory are kept too, and what one person has is a
 * matter of minutes.
 */
@Singleton
final class TakeOut implements JobWork {
    static final String KIND = "export";

    private final OwnExports exports;
    private final PackageStore packages;
    private final WritePackage writePackage;

    TakeOut(OwnExports exports, PackageStore packages, WritePackage writePackage) {
        this.exports = exports;
        this.packages = packages;
        this.writePackage = writePackage;
    }

    /** Where everything lies that is the user's. */
    static String folder(UserId user) {
        return "users/" + user + "/";
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        Job job = run.job();
        UserId user = job.user().orElseThrow();
        OwnExport own = exports.of(user);
        if (own.erased() || !own.job().filter(job.id()::equals).isPresent()) {
            return run.callOff();
        }
        String key = folder(user) + run.attempt() + ".zip";
        try (Upload upload = packages.begin(key, "application/zip")) {
            long messages = writePackage.write(user, ZoneId.of(job.request()), job.askedAt(), upload, run::advanced);
            upload.complete();
            return new Outcome(key, upload.bytes(), messages);
        }
    }
}
