package chat.natter.client.media;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/** One part of a file, and word of what has been read of it. */
final class PartStream extends FilterInputStream {
    private final IntConsumer onRead;
    private long left;

    private PartStream(InputStream in, long length, IntConsumer onRead) {
        super(in);
        this.left = length;
        this.onRead = onRead;
    }

    static InputStream open(Path path, long offset, long length, IntConsumer onRead) throws IOException {
        FileChannel channel = FileChannel.open(path).position(offset);
        return new PartStream(Channels.newInputStream(channel), length, onRead);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = super.read(buffer, offset, (int) Math.min(length, left));
        if (read > 0) {
            left -= read;
            onRead.accept(read);
        }
        return read;
    }
}
