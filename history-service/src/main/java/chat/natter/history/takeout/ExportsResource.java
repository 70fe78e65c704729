package chat.natter.history.takeout;

import chat.natter.contract.Problem;
import chat.natter.contract.SecurityEvent;
import chat.natter.contract.UserId;
import chat.natter.history.audit.TellAudit;
import chat.natter.history.job.Job;
import chat.natter.history.job.JobState;
import chat.natter.history.job.Jobs;
import chat.natter.history.message.CurrentUser;
import chat.natter.history.objects.PackageStore;
import chat.natter.history.problem.Refusal;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A user's exports of their own messages. */
@Path("/v1/exports")
@Produces(MediaType.APPLICATION_JSON)
@Authenticated
class ExportsResource {
    private final AskForExport askForExport;
    private final OwnExports exports;
    private final Jobs jobs;
    private final PackageStore packages;
    private final TellAudit tellAudit;
    private final TakeoutConfig config;
    private final CurrentUser currentUser;
    private final Clock clock;

    ExportsResource(
            AskForExport askForExport,
            OwnExports exports,
            Jobs jobs,
            PackageStore packages,
            TellAudit tellAudit,
            TakeoutConfig config,
            CurrentUser currentUser,
            Clock clock) {
        this.askForExport = askForExport;
        this.exports = exports;
        this.jobs = jobs;
        this.packages = packages;
        this.tellAudit = tellAudit;
        this.config = config;
        this.currentUser = currentUser;
        this.clock = clock;
    }

    /** What a user wants; {@code zone} is an IANA time zone. */
    record Body(@Nullable String zone) {}

    /** The user's exports. */
    record Answer(List<ExportJson> exports) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@Nullable Body body) {
        Job job = askForExport.ask(currentUser.id(), zone(body == null ? null : body.zone()));
        return Response.accepted(json(job))
                .location(URI.create("/v1/exports/" + job.id()))
                .build();
    }

    /** The last one, if it is still known. */
    @GET
    public Answer list() {
        return new Answer(exports.of(currentUser.id()).job().flatMap(jobs::find).stream()
                .map(this::json)
                .toList());
    }

    @GET
    @Path("{id}")
    public ExportJson show(@PathParam("id") String id) {
        return json(own(id));
    }

    /** Sends the user on to where the package lies. */
    @GET
    @Path("{id}/file")
    public Response file(@PathParam("id") String id) {
        Job job = own(id);
        if (job.state() != JobState.READY || !jobs.expiresAt(job).isAfter(clock.instant())) {
            throw job.state().isOpen()
                    ? new Refusal(Problem.CONFLICT, "The export is not ready yet.")
                    : new Refusal(Problem.GONE, "There is no package of this export any more.");
        }
        UserId user = currentUser.id();
        tellAudit.tell(SecurityEvent.EXPORT_FETCHED, user, clock.instant(), Map.of("export", id));
        String fileName = "natter-" + job.askedAt().atZone(ZoneOffset.UTC).toLocalDate() + ".zip";
        return Response.status(Response.Status.FOUND)
                .location(packages.link(job.object(), fileName, config.linkLifetime()))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** Calls it off, or takes its package away. */
    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") String id) {
        jobs.cancel(own(id).id());
    }

    private Job own(String id) {
        UserId user = currentUser.id();
        return jobs.find(id)
                .filter(job -> job.user().filter(user::equals).isPresent())
                .orElseThrow(() -> new Refusal(Problem.NOT_FOUND, "You have no such export."));
    }

    private ExportJson json(Job job) {
        return ExportJson.of(job, jobs.expiresAt(job));
    }

    private static ZoneId zone(@Nullable String name) {
        if (name == null) {
            return ZoneOffset.UTC;
        }
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new Refusal(Problem.BAD_REQUEST, "zone is no time zone such as Europe/Berlin");
        }
    }
}
