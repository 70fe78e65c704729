package chat.natter.media.preview;

/** This file gets no preview, whoever tries; the message says why and is for people. */
final class NoPreview extends Exception {
    NoPreview(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
