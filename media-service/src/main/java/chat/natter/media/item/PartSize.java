package chat.natter.media.item;

import chat.natter.contract.Problem;
import chat.natter.media.problem.Refusal;

/**
 * How a large file is cut: every part has this many bytes, the last one what is left. The file's hash is then the hash
 * of its parts' hashes, which S3 can verify part by part and a browser can compute without the whole file in memory.
 */
public record PartSize(long bytes) {
    private static final long MIB = 1024 * 1024;
    private static final long SMALLEST = 8 * MIB;
    private static final long LARGEST = 64 * MIB;

    public PartSize {
        if (bytes < SMALLEST || bytes > LARGEST) {
            throw new Refusal(Problem.BAD_REQUEST, "partSize must be from " + SMALLEST + " to " + LARGEST);
        }
    }

    /** How many parts a file of that size has. */
    public int count(long size) {
        return Math.toIntExact((size + bytes - 1) / bytes);
    }

    /** How long a part is; they are counted from 1. */
    public long lengthOf(int number, long size) {
        return Math.min(bytes, size - (number - 1) * bytes);
    }
}
