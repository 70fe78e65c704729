package chat.natter.load.media;

import chat.natter.client.rest.MediaApi;
import chat.natter.contract.MediaId;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;

/** Uploads pictures as a phone takes them, and times how long all of their thumbnails take. */
final class Pictures {
    private static final int WIDTH = 4_000;
    private static final int HEIGHT = 3_000;
    private static final int SHAPES = 2_000;

    private final MediaApi api;
    private final int count;
    private final AllAtOnce all;

    Pictures(MediaApi api, int count, AllAtOnce all) {
        this.api = api;
        this.count = count;
        this.all = all;
    }

    /**
     * What came of it.
     *
     * @param millis from the first completion to the last thumbnail
     */
    record Thumbnails(int made, double millis, long bytesEach) {}

    Thumbnails run() throws InterruptedException, IOException {
        byte[] picture = picture();
        List<MediaId> uploaded = all.run(LargeFiles.each(
                        count, number -> UploadWhole.put(api, "image/jpeg", picture, "picture-" + number + ".jpg")))
                .results();
        AllAtOnce.Timed<Boolean> made = all.run(LargeFiles.each(uploaded, this::hasThumbnail));
        all.run(LargeFiles.each(uploaded, media -> {
            api.remove(media);
            return true;
        }));
        int right = (int) made.results().stream().filter(one -> one).count();
        return new Thumbnails(right, made.millis(), picture.length);
    }

    /** A completion waits for the preview, but not for long; then it is repeated. */
    private boolean hasThumbnail(MediaId media) {
        String status = api.complete(media).path("status").asText();
        while (status.equals("pending")) {
            status = api.complete(media).path("status").asText();
        }
        return status.equals("ready");
    }

    private static byte[] picture() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, Color.ORANGE, WIDTH, HEIGHT, Color.BLUE));
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        Random random = new Random(4);
        for (int shape = 0; shape < SHAPES; shape++) {
            graphics.setColor(new Color(random.nextInt(1 << 24)));
            graphics.fillOval(random.nextInt(WIDTH), random.nextInt(HEIGHT), random.nextInt(200), random.nextInt(200));
        }
        graphics.dispose();
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(image, "jpg", jpeg);
        return jpeg.toByteArray();
    }
}
