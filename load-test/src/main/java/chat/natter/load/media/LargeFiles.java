package chat.natter.load.media;

import chat.natter.client.media.TryAgain;
import chat.natter.client.rest.MediaApi;
import chat.natter.client.rest.MediaFile;
import chat.natter.client.rest.SignedPut;
import chat.natter.contract.MediaId;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Uploads and downloads large files step by step, so that what the object store takes for the bytes and what the
 * service adds can be told apart: addresses, bytes, completion; addresses, bytes.
 */
final class LargeFiles {
    /** How often completion is asked for: the store of one machine joins dozens of gigabytes one after the other. */
    private static final int COMPLETIONS = 30;

    private final MediaApi api;
    private final MediaPlan plan;
    private final AllAtOnce all;
    private final TryAgain again = new TryAgain(Duration.ofSeconds(1), COMPLETIONS);
    private final byte[] part = new byte[MediaPlan.PART];
    private final String partHash;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    LargeFiles(MediaApi api, MediaPlan plan, AllAtOnce all) {
        this.api = api;
        this.plan = plan;
        this.all = all;
        new Random().nextBytes(part);
        this.partHash = Hash.of(part);
    }

    /** A step's time in milliseconds. */
    record Times(double addressesUp, double up, double completion, double addressesDown, double down, boolean right) {}

    private record Begun(MediaId media, List<SignedPut> parts) {}

    Times run() throws InterruptedException {
        AllAtOnce.Timed<Begun> begun = all.run(each(plan.files(), this::begin));
        List<Callable<Boolean>> puts = new ArrayList<>();
        // Part by part over all files, as when many people upload.
        for (int number = 0; number < plan.parts(); number++) {
            for (Begun file : begun.results()) {
                SignedPut put = file.parts().get(number);
                puts.add(() -> {
                    api.put(put, BodyPublishers.ofByteArray(part));
                    return true;
                });
            }
        }
        double up = all.run(puts).millis();
        List<MediaId> files = begun.results().stream().map(Begun::media).toList();
        double completion = all.run(each(files, this::complete)).millis();
        AllAtOnce.Timed<URI> addresses = all.run(each(files, api::address));
        AllAtOnce.Timed<Long> down = all.run(each(addresses.results(), this::load));
        boolean right = down.results().stream().allMatch(length -> length == plan.fileSize());
        all.run(each(files, media -> {
            api.remove(media);
            return true;
        }));
        return new Times(begun.millis(), up, completion, addresses.millis(), down.millis(), right);
    }

    private Begun begin(int number) {
        List<String> hashes =
                Stream.generate(() -> partHash).limit(plan.parts()).toList();
        MediaId media = api.announce(new MediaFile(
                        "application/octet-stream",
                        plan.fileSize(),
                        Hash.ofHashes(hashes),
                        "large-" + number + ".bin",
                        MediaPlan.PART))
                .mediaId();
        return new Begun(
                media,
                IntStream.rangeClosed(1, plan.parts())
                        .mapToObj(one -> api.signPart(media, one, partHash))
                        .toList());
    }

    /** As clients do: joining takes its time, and somebody on the way may not wait for so long. */
    private JsonNode complete(MediaId media) {
        return again.run(() -> api.complete(media));
    }

    private long load(URI address) throws IOException, InterruptedException {
        try (var body = http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofInputStream())
                .body()) {
            byte[] buffer = new byte[64 * 1024];
            long length = 0;
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                length += read;
            }
            return length;
        }
    }

    /** What is done with one of them. */
    interface Step<A, T> {
        T of(A one) throws Exception;
    }

    static <A, T> List<Callable<T>> each(List<A> all, Step<A, T> step) {
        List<Callable<T>> steps = new ArrayList<>();
        all.forEach(one -> steps.add(() -> step.of(one)));
        return steps;
    }

    static <T> List<Callable<T>> each(int count, Step<Integer, T> step) {
        return each(IntStream.range(0, count).boxed().toList(), step);
    }
}
