package chat.natter.media.preview;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Pictures for tests: the left half is red, the right half blue. */
public final class SomePictures {
    /** Stands in the metadata of {@link #turned}, as a place or a name would. */
    public static final String SECRET = "N 48.2082 E 16.3738";

    private SomePictures() {}

    public static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, width / 2, height);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(width / 2, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** A JPEG whose camera was held upright (EXIF orientation 6), and which says where. */
    public static byte[] turned(int width, int height) {
        byte[] jpeg = picture("jpg", width, height);
        byte[] secret = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        // Two entries: 0x0112 orientation = 6, 0x010E description.
        ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 24 + 4 + secret.length);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
        tiff.putShort((short) 2);
        tiff.putShort((short) 0x010E).putShort((short) 2).putInt(secret.length).putInt(8 + 2 + 24 + 4);
        tiff.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) 6)
                .putShort((short) 0);
        tiff.putInt(0).put(secret);
        ByteBuffer turned = ByteBuffer.allocate(jpeg.length + 10 + tiff.capacity());
        turned.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) (8 + tiff.capacity()));
        turned.put("Exif\0\0".getBytes(StandardCharsets.US_ASCII)).put(tiff.array());
        turned.put(jpeg, 2, jpeg.length - 2);
        return turned.array();
    }

    /** A PNG of a few bytes that claims to be a picture of that size. */
    public static byte[] bomb(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(17);
        header.put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height);
        header.put(new byte[] {8, 2, 0, 0, 0});
        CRC32 crc = new CRC32();
        crc.update(header.array());
        ByteBuffer png = ByteBuffer.allocate(8 + 4 + 17 + 4 + 12);
        png.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A});
        png.putInt(13).put(header.array()).putInt((int) crc.getValue());
        png.putInt(0).put("IDAT".getBytes(StandardCharsets.US_ASCII)).putInt(0x35AF061E);
        return png.array();
    }
}
