package chat.natter.media.item;

import chat.natter.contract.Problem;
import chat.natter.media.problem.Refusal;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A media type without parameters, in lower case (RFC 6838). */
public record Mime(String value) {
    private static final Pattern FORM =
            Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,126}/[a-z0-9][a-z0-9!#$&^_.+-]{0,126}");
    static final String UNKNOWN = "application/octet-stream";
    /** What browsers show or play without ever running it. No SVG, no HTML, no PDF. */
    private static final Set<String> INERT = Set.of(
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "image/avif",
            "video/mp4",
            "video/webm",
            "video/quicktime",
            "audio/aac",
            "audio/mp4",
            "audio/mpeg",
            "audio/ogg",
            "audio/wav",
            "audio/webm");

    public Mime {
        if (!FORM.matcher(value).matches()) {
            throw new Refusal(Problem.BAD_REQUEST, "mime must be a media type such as image/jpeg");
        }
    }

    /** Reads what a client gives. Parameters are dropped: browsers add codecs and character sets. */
    public static Mime parse(String text) {
        int semicolon = text.indexOf(';');
        String bare = semicolon < 0 ? text : text.substring(0, semicolon);
        return new Mime(bare.strip().toLowerCase(Locale.ROOT));
    }

    public boolean isInert() {
        return INERT.contains(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
