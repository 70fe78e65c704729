package chat.natter.load.mixed;

import chat.natter.client.rest.MediaApi;
import chat.natter.contract.ConversationId;
import chat.natter.contract.MediaId;
import chat.natter.contract.frame.Content;
import chat.natter.load.media.UploadWhole;
import chat.natter.load.scenario.Wording;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets people do things, one thing after the other; what takes a while goes on by the agenda. */
final class Day {
    private static final int TEXT_BYTES = 80;
    private static final int FILE_BYTES = 4_096;
    private static final Duration TYPES_FOR = Duration.ofSeconds(1);
    private static final Duration SHORTEST_ABSENCE = Duration.ofSeconds(3);
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(15);
    private static final int TRIES = 50;

    private final List<Resident> people;
    private final Map<Resident, MediaApi> files;
    private final Weights weights;
    private final MixedFigures figures;
    private final ExecutorService uploads;
    private final Agenda agenda = new Agenda();
    private final AtomicInteger uploading = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final Random random = new Random();

    Day(Map<Resident, MediaApi> files, Weights weights, MixedFigures figures, ExecutorService uploads) {
        this.people = List.copyOf(files.keySet());
        this.files = files;
        this.weights = weights;
        this.figures = figures;
        this.uploads = uploads;
    }

    /** Somebody does something that was due at that {@link System#nanoTime}. */
    void next(long due) {
        Doing doing = weights.draw(random.nextDouble());
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Resident one = people.get(random.nextInt(people.size()));
            if (isFreeFor(doing, one)) {
                figures.done(doing);
                start(doing, one, due);
                return;
            }
        }
    }

    private static boolean isFreeFor(Doing doing, Resident one) {
        return switch (doing) {
            case CHAT, GROUP, MEDIA, RECONNECT -> one.isThere() && one.looks();
            case ASIDE -> one.isIdle() && one.looks();
            case LEAVE -> one.isIdle();
        };
    }

    private void start(Doing doing, Resident one, long due) {
        switch (doing) {
            case CHAT -> chat(one, due);
            case GROUP -> toGroup(one, due);
            case MEDIA -> media(one);
            case ASIDE -> {
                one.look(false);
                later(one, absence(), () -> one.look(true));
            }
            case RECONNECT -> one.reconnect();
            case LEAVE -> {
                one.leave();
                later(one, absence(), one::come);
            }
        }
    }

    private void chat(Resident one, long due) {
        ConversationId conversation = one.with(friendOf(one));
        one.type(conversation);
        long written = due + TYPES_FOR.toNanos();
        one.begin();
        agenda.add(written, () -> {
            one.finish();
            one.say(conversation, text(), written);
        });
    }

    private void toGroup(Resident one, long due) {
        ConversationId group = one.group();
        if (group != null) {
            one.say(group, text(), due);
        }
    }

    private void media(Resident one) {
        ConversationId conversation = one.with(friendOf(one));
        MediaApi api = files.get(one);
        if (api == null) {
            throw new IllegalStateException("nobody has come without being signed in");
        }
        byte[] bytes = new byte[FILE_BYTES];
        random.nextBytes(bytes);
        one.begin();
        uploading.incrementAndGet();
        uploads.execute(() -> {
            try {
                MediaId media = UploadWhole.put(api, "application/octet-stream", bytes, "day.bin");
                api.complete(media);
                long now = System.nanoTime();
                agenda.add(now, () -> {
                    one.finish();
                    one.say(conversation, reference(media), now);
                });
            } catch (RuntimeException e) {
                failures.add("an upload failed: " + e.getMessage());
                agenda.add(System.nanoTime(), one::finish);
            } finally {
                uploading.decrementAndGet();
            }
        });
    }

    private static Content reference(MediaId media) {
        return Content.ofJson("{\"kind\":\"media\",\"ref\":\"" + media
                + "\",\"mime\":\"application/octet-stream\",\"size\":" + FILE_BYTES + ",\"name\":\"day.bin\"}");
    }

    private void later(Resident one, Duration after, Runnable what) {
        one.begin();
        agenda.add(System.nanoTime() + after.toNanos(), () -> {
            one.finish();
            what.run();
        });
    }

    private Duration absence() {
        long range = LONGEST_ABSENCE.minus(SHORTEST_ABSENCE).toMillis();
        return SHORTEST_ABSENCE.plusMillis(random.nextInt((int) range));
    }

    private Resident friendOf(Resident one) {
        return one.friends().get(random.nextInt(one.friends().size()));
    }

    private Content text() {
        return Wording.text(random, TEXT_BYTES);
    }

    /** Goes on with what was begun. */
    void goOn() {
        agenda.doUntil(System.nanoTime());
    }

    /** Nothing new is begun, and what was begun comes to its end, sooner than planned. */
    boolean isOver() {
        agenda.doUntil(System.nanoTime() + 2 * LONGEST_ABSENCE.toNanos());
        return uploading.get() == 0 && agenda.isEmpty() && people.stream().allMatch(Resident::isIdle);
    }

    Queue<String> failures() {
        return failures;
    }
}
