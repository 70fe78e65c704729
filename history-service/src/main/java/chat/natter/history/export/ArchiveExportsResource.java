package chat.natter.history.export;

import chat.natter.contract.Problem;
import chat.natter.contract.SecurityEvent;
import chat.natter.history.admin.AdminToken;
import chat.natter.history.admin.Grounds;
import chat.natter.history.audit.TellAudit;
import chat.natter.history.job.Job;
import chat.natter.history.job.JobId;
import chat.natter.history.job.JobState;
import chat.natter.history.job.Jobs;
import chat.natter.history.objects.PackageStore;
import chat.natter.history.problem.Refusal;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * For the company: its archive in files on object storage, made in the background. Who asked for it, and who was given
 * which file, is told on {@code chat.audit} before. Not reachable through the edge.
 */
@Path("/v1/admin/exports")
@Produces(MediaType.APPLICATION_JSON)
class ArchiveExportsResource {
    private final AdminToken adminToken;
    private final Jobs jobs;
    private final PackageStore packages;
    private final TellAudit tellAudit;
    private final ArchiveJson archiveJson;
    private final ArchiveExportConfig config;
    private final Clock clock;

    ArchiveExportsResource(
            AdminToken adminToken,
            Jobs jobs,
            PackageStore packages,
            TellAudit tellAudit,
            ArchiveJson archiveJson,
            ArchiveExportConfig config,
            Clock clock) {
        this.adminToken = adminToken;
        this.jobs = jobs;
        this.packages = packages;
        this.tellAudit = tellAudit;
        this.archiveJson = archiveJson;
        this.config = config;
        this.clock = clock;
    }

    /** Those that are still known, the oldest first. */
    record Answer(List<ArchiveExportJson> exports) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @Nullable ArchiveOrder order) {
        adminToken.check(authorization);
        if (order == null) {
            throw new Refusal(Problem.BAD_REQUEST, "by and reason are missing");
        }
        Grounds grounds = order.grounds();
        ExportRequest request = order.request(null);
        JobId id = jobs.newId();
        tell(request.details(grounds), id);
        Job job = jobs.ask(id, ArchiveToStorage.KIND, Optional.empty(), archiveJson.of(order));
        return Response.accepted(json(job))
                .location(URI.create("/v1/admin/exports/" + id))
                .build();
    }

    @GET
    public Answer list(@HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
        adminToken.check(authorization);
        return new Answer(
                jobs.ofKind(ArchiveToStorage.KIND).stream().map(this::json).toList());
    }

    @GET
    @Path("{id}")
    public ArchiveExportJson show(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @PathParam("id") String id) {
        adminToken.check(authorization);
        return json(find(id));
    }

    /** Sends whoever asks on to where that file lies; {@code by} is for the record. */
    @GET
    @Path("{id}/parts/{number}")
    public Response part(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization,
            @PathParam("id") String id,
            @PathParam("number") int number,
            @QueryParam("by") @Nullable String by) {
        adminToken.check(authorization);
        Job job = find(id);
        Grounds grounds = Grounds.of(by, archiveJson.order(job).reason());
        if (!isKept(job)) {
            throw new Refusal(Problem.GONE, "There are no files of this export any more.");
        }
        List<ArchiveParts.Part> parts = archiveJson.parts(job).parts();
        if (number < 1 || number > parts.size()) {
            throw new Refusal(Problem.NOT_FOUND, "The export has no such part yet.");
        }
        Map<String, String> details = grounds.details();
        details.put("part", Integer.toString(number));
        tell(details, job.id());
        String fileName = "natter-archive-" + id + "-" + number + ".jsonl.gz";
        return Response.status(Response.Status.FOUND)
                .location(packages.link(parts.get(number - 1).key(), fileName, config.linkLifetime()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Calls it off, and takes its files away. */
    @DELETE
    @Path("{id}")
    public void remove(
            @HeaderParam(HttpHeaders.AUTHORIZATION) @Nullable String authorization, @PathParam("id") String id) {
        adminToken.check(authorization);
        Job job = find(id);
        jobs.cancel(job.id());
        // Also what is whole of one that was under way. A file that is completed at this very moment is swept later.
        packages.deleteAll(ArchiveToStorage.folder(job.id()));
    }

    private void tell(Map<String, String> details, JobId id) {
        details.put("export", id.value());
        tellAudit.tell(SecurityEvent.ARCHIVE_EXPORTED, clock.instant(), details);
    }

    private Job find(String id) {
        return jobs.find(id)
                .filter(job -> job.kind().equals(ArchiveToStorage.KIND))
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND, "There is no such export."));
    }

    private boolean isKept(Job job) {
        return job.state().isOpen()
                || (job.state() == JobState.READY && jobs.expiresAt(job).isAfter(clock.instant()));
    }

    private ArchiveExportJson json(Job job) {
        ArchiveParts parts = isKept(job) ? archiveJson.parts(job) : ArchiveParts.NONE;
        return ArchiveExportJson.of(job, archiveJson.order(job), parts, jobs.expiresAt(job));
    }
}
