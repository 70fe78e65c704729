package chat.natter.load.media;

import chat.natter.client.rest.MediaApi;
import chat.natter.client.rest.NatterApi;
import chat.natter.load.process.StackProcesses;
import chat.natter.load.scenario.NewPerson;
import chat.natter.load.scenario.SignedIn;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** One person uploads many large files at the same time, loads them again, and then uploads pictures. */
final class RunMedia {
    private final List<URI> edges;
    private final MediaPlan plan;
    private final StackProcesses processes;
    private final Consumer<String> progress;

    RunMedia(List<URI> edges, MediaPlan plan, StackProcesses processes, Consumer<String> progress) {
        this.edges = edges;
        this.plan = plan;
        this.processes = processes;
        this.progress = progress;
    }

    MediaResult run() throws IOException, InterruptedException {
        NatterApi edge = new NatterApi(edges.get(0));
        SignedIn person = new SignedIn(edge, NewPerson.at(edges.get(0)), Clock.systemUTC());
        MediaApi api = edge.as(person::token).media();
        try (AllAtOnce all = new AllAtOnce(plan.files());
                PeakMemory memory = new PeakMemory(processes)) {
            progress.accept("%d files of %d MiB at the same time".formatted(plan.files(), plan.parts() * 8));
            LargeFiles.Times files = new LargeFiles(api, plan, all).run();
            progress.accept(plan.pictures() + " pictures");
            Pictures.Thumbnails thumbnails = new Pictures(api, plan.pictures(), all).run();
            return new MediaResult(plan, files, thumbnails, memory.before(), memory.peak());
        }
    }
}
