package chat.natter.load.media;

import chat.natter.load.scenario.ScenarioOptions;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code natter load media}. */
@Command(
        name = "media",
        mixinStandardHelpOptions = true,
        description = "Many large files at the same time, up and down, and pictures that want thumbnails.")
public final class MediaCommand implements Callable<Integer> {
    @Mixin
    private final ScenarioOptions options = new ScenarioOptions();

    @Option(names = "--files", defaultValue = "16", description = "At the same time. Default: ${DEFAULT-VALUE}")
    private int files;

    @Option(names = "--parts", defaultValue = "16", description = "Of each file, 8 MiB. Default: ${DEFAULT-VALUE}")
    private int parts;

    @Option(names = "--pictures", defaultValue = "60", description = "Of 12 megapixels. Default: ${DEFAULT-VALUE}")
    private int pictures;

    @Override
    public Integer call() throws IOException, InterruptedException {
        MediaPlan plan = new MediaPlan(files, parts, pictures);
        return options.tell(new RunMedia(options.urls(), plan, options.stack(), options::progress).run());
    }
}
