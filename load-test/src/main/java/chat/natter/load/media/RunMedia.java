package chat.natter.load.media;

import chat.natter.client.rest.MediaApi;
import chat.natter.client.rest.NatterApi;
import chat.natter.load.scenario.NewPerson;
import chat.natter.load.scenario.SignedIn;
import chat.natter.load.stack.WatchStack;
import chat.natter.load.stack.Watching;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

/** One person uploads many large files at the same time, loads them again, and then uploads pictures. */
final class RunMedia {
    private final List<URI> edges;
    private final MediaPlan plan;
    private final WatchStack stack;
    private final Consumer<String> progress;

    RunMedia(List<URI> edges, MediaPlan plan, WatchStack stack, Consumer<String> progress) {
        this.edges = edges;
        this.plan = plan;
        this.stack = stack;
        this.progress = progress;
    }

    MediaResult run() throws IOException, InterruptedException {
        NatterApi edge = new NatterApi(edges.get(0));
        SignedIn person = new SignedIn(edge, NewPerson.at(edges.get(0)), Clock.systemUTC());
        MediaApi api = edge.as(person::token).media();
        try (AllAtOnce all = new AllAtOnce(plan.files())) {
            progress.accept("%d files of %d MiB at the same time".formatted(plan.files(), plan.parts() * 8));
            Watching large = stack.begin("files");
            LargeFiles.Times files = new LargeFiles(api, plan, all).run();
            large.end(plan.files(), "file");
            progress.accept(plan.pictures() + " pictures");
            Watching small = stack.begin("pictures");
            Pictures.Thumbnails thumbnails = new Pictures(api, plan.pictures(), all).run();
            small.end(thumbnails.made(), "picture");
            return new MediaResult(plan, files, thumbnails);
        }
    }
}
