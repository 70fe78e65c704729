package chat.natter.media.upload;

import chat.natter.contract.Problem;
import chat.natter.media.item.FileClaim;
import chat.natter.media.item.Sha256;
import chat.natter.media.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of {@code POST /v1/media/{id}/parts}, unchecked: which parts are to be uploaded next. */
record WantedPartsJson(@Nullable List<@Nullable WantedJson> parts) {
    static final int MOST = 100;

    record WantedJson(@Nullable Integer number, @Nullable String sha256) {}

    /** A part that is going to be uploaded. */
    record Wanted(int number, Sha256 sha256) {}

    static List<Wanted> read(@Nullable WantedPartsJson json, FileClaim file) {
        List<@Nullable WantedJson> parts = json == null ? null : json.parts();
        if (parts == null || parts.isEmpty() || parts.size() > MOST) {
            throw new Refusal(Problem.BAD_REQUEST, "parts must name 1 to " + MOST + " parts");
        }
        List<Wanted> wanted = new ArrayList<>(parts.size());
        for (WantedJson part : parts) {
            wanted.add(read(part, file.parts()));
        }
        return wanted;
    }

    private static Wanted read(@Nullable WantedJson part, int count) {
        Integer number = part == null ? null : part.number();
        String sha256 = part == null ? null : part.sha256();
        if (number == null || number < 1 || number > count || sha256 == null) {
            throw new Refusal(Problem.BAD_REQUEST, "a part has a number from 1 to " + count + " and its sha256");
        }
        return new Wanted(number, Sha256.parse(sha256));
    }
}
