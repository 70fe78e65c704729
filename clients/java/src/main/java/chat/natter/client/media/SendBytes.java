package chat.natter.client.media;

import chat.natter.client.rest.MediaApi;
import chat.natter.client.rest.SignedPut;
import chat.natter.contract.MediaId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Sends one file's bytes, and tells how many have arrived or are on their way. */
final class SendBytes {
    private static final int AT_ONCE = 2;

    private final MediaApi api;
    private final FileParts file;
    private final TryAgain again;
    private final LongConsumer progress;
    private final Object told = new Object();
    private long done;

    SendBytes(MediaApi api, FileParts file, TryAgain again, LongConsumer progress) {
        this.api = api;
        this.file = file;
        this.again = again;
        this.progress = progress;
    }

    void whole(SignedPut put) {
        again.run(() -> send(1, put));
    }

    /** Those that are there already are not sent again. */
    void parts(MediaId media, Set<Integer> there) {
        Set<Integer> known = new HashSet<>(there);
        List<CompletableFuture<Void>> sent = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            for (int number = 1; number <= file.hashes().size(); number++) {
                int part = number;
                if (known.contains(part)) {
                    count(file.lengthOf(part));
                } else {
                    sent.add(CompletableFuture.runAsync(() -> again.run(() -> part(media, part)), threads));
                }
            }
            sent.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean part(MediaId media, int number) {
        return send(number, api.signPart(media, number, file.hashes().get(number - 1)));
    }

    private boolean send(int number, SignedPut put) {
        AtomicLong read = new AtomicLong();
        // The length is part of the signature; without it the client would send chunks.
        BodyPublisher bytes = BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> {
                    try {
                        return PartStream.open(file.path(), file.offsetOf(number), file.lengthOf(number), more -> {
                            read.addAndGet(more);
                            count(more);
                        });
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }),
                file.lengthOf(number));
        boolean arrived = false;
        try {
            api.put(put, bytes);
            arrived = true;
            return true;
        } finally {
            if (!arrived) {
                count(-read.get());
            }
        }
    }

    private void count(long more) {
        synchronized (told) {
            done += more;
            progress.accept(done);
        }
    }
}
