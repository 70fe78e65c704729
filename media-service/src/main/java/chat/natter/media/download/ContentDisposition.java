package chat.natter.media.download;

import chat.natter.media.item.FileName;
import chat.natter.media.item.MediaItem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The header that tells a browser whether to show or to save (RFC 6266); only what is inert may be shown. */
final class ContentDisposition {
    private ContentDisposition() {}

    static String of(MediaItem item) {
        String kind = item.file().isInert() ? "inline" : "attachment";
        FileName name = item.file().name();
        if (name == null) {
            return kind;
        }
        return kind + "; filename=\"" + ascii(name.value()) + "\"; filename*=UTF-8''" + percentEncoded(name.value());
    }

    /** For those who do not know {@code filename*}; without quotes and backslashes, which would need escaping. */
    private static String ascii(String name) {
        return name.replaceAll("[^A-Za-z0-9 ._()+,=@-]", "_");
    }

    private static String percentEncoded(String name) {
        // A form's encoding differs from RFC 8187 in these two characters.
        return URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
    }
}
