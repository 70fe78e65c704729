package chat.natter.media.metadata;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import net.coobird.thumbnailator.util.exif.Orientation;

/**
 * Copies a JPEG without its metadata. A JPEG is a row of marked segments; those that hold the picture are copied as
 * they are, so not a pixel changes. Everything else is left out: EXIF, XMP, IPTC, comments, embedded thumbnails, and
 * whatever follows the picture's end, where phones put films. Only how the camera was held is written anew.
 */
final class StripJpeg {
    private static final int MARKER = 0xFF;
    private static final int STUFFED = 0x00;
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int FIRST_RESTART = 0xD0;
    private static final int LAST_RESTART = 0xD7;
    private static final int JFIF = 0xE0;
    private static final int EXIF = 0xE1;
    private static final int COLOUR_PROFILE = 0xE2;
    private static final int ADOBE = 0xEE;
    private static final int LAST_APPLICATION = 0xEF;
    private static final int COMMENT = 0xFE;

    private final DataInputStream in;
    private final OutputStream out;
    private final Orientation orientation;
    private boolean orientationWritten;

    private StripJpeg(InputStream in, OutputStream out, Orientation orientation) {
        this.in = new DataInputStream(new BufferedInputStream(in));
        this.out = out;
        this.orientation = orientation;
    }

    /** @throws IOException also if that is no whole JPEG: then nothing can be said of what is in it */
    static void copy(InputStream in, OutputStream out, Orientation orientation) throws IOException {
        new StripJpeg(in, out, orientation).copy();
    }

    private void copy() throws IOException {
        if (in.readUnsignedByte() != MARKER || in.readUnsignedByte() != START_OF_IMAGE) {
            throw new IOException("no JPEG");
        }
        mark(START_OF_IMAGE);
        int marker = marker();
        while (marker != END_OF_IMAGE) {
            marker = segment(marker);
        }
        mark(END_OF_IMAGE);
    }

    /** Copies or skips one segment, with the scan that follows if one does; gives the next marker. */
    private int segment(int marker) throws IOException {
        int length = in.readUnsignedShort();
        byte[] content = length < 2 ? new byte[0] : in.readNBytes(length - 2);
        if (length < 2 || content.length < length - 2) {
            throw new IOException("a segment that is cut off");
        }
        if (marker != JFIF) {
            // A JFIF header comes first, if there is one.
            writeOrientation();
        }
        if (belongsToThePicture(marker, content)) {
            mark(marker);
            out.write(length >> 8);
            out.write(length);
            out.write(content);
        }
        return marker == START_OF_SCAN ? scan() : marker();
    }

    private static boolean belongsToThePicture(int marker, byte[] content) {
        return switch (marker) {
            case JFIF -> begins(content, "JFIF\0");
            case COLOUR_PROFILE -> begins(content, "ICC_PROFILE\0");
            // How the colours are to be read.
            case ADOBE -> begins(content, "Adobe");
            case COMMENT -> false;
            default -> marker < JFIF || marker > LAST_APPLICATION;
        };
    }

    private static boolean begins(byte[] content, String name) {
        byte[] wanted = name.getBytes(StandardCharsets.US_ASCII);
        return content.length >= wanted.length
                && ByteBuffer.wrap(content, 0, wanted.length).equals(ByteBuffer.wrap(wanted));
    }

    /** Copies compressed pixels up to the next marker. */
    private int scan() throws IOException {
        while (true) {
            int next = in.readUnsignedByte();
            if (next != MARKER) {
                out.write(next);
                continue;
            }
            int code = afterFill();
            if (code != STUFFED && (code < FIRST_RESTART || code > LAST_RESTART)) {
                return code;
            }
            mark(code);
        }
    }

    private int marker() throws IOException {
        if (in.readUnsignedByte() != MARKER) {
            throw new IOException("no marker where one belongs");
        }
        return afterFill();
    }

    /** Any number of 0xFF may stand before a marker's code. */
    private int afterFill() throws IOException {
        int code = in.readUnsignedByte();
        while (code == MARKER) {
            code = in.readUnsignedByte();
        }
        return code;
    }

    private void mark(int code) throws IOException {
        out.write(MARKER);
        out.write(code);
    }

    private int code() {
        return IntStream.rangeClosed(1, Orientation.values().length)
                .filter(code -> Orientation.typeOf(code) == orientation)
                .findFirst()
                .orElseThrow();
    }

    /** EXIF with one entry, 0x0112. */
    private void writeOrientation() throws IOException {
        if (orientationWritten || orientation == Orientation.TOP_LEFT) {
            return;
        }
        orientationWritten = true;
        ByteBuffer exif = ByteBuffer.allocate(34);
        exif.putShort((short) exif.capacity());
        exif.put("Exif\0\0MM".getBytes(StandardCharsets.US_ASCII));
        exif.putShort((short) 42).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) code()).putShort((short) 0).putInt(0);
        mark(EXIF);
        out.write(exif.array());
    }
}
