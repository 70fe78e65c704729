package chat.natter.load.media;

/**
 * What is uploaded.
 *
 * @param files large ones, all at the same time
 * @param parts of each, 8 MiB long
 * @param pictures of 12 megapixels
 */
record MediaPlan(int files, int parts, int pictures) {
    static final int PART = 8 * 1024 * 1024;

    MediaPlan {
        if (files < 1 || parts < 3 || pictures < 1) {
            throw new IllegalArgumentException("at least one file, three parts and one picture");
        }
    }

    long fileSize() {
        return (long) parts * PART;
    }

    double mebibytes() {
        return files * fileSize() / (1024.0 * 1024);
    }
}
