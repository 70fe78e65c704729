package chat.natter.history.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * A partition of the index that is still to be read, from one posting on.
 *
 * @param newest nothing in it that is still to be read is newer
 * @param last whether the older partitions of the conversation are still to be looked for, once this one is read
 */
record Source(Reach reach, long bucket, Posting newest, boolean last) {
    static final Comparator<Source> NEWEST_FIRST = Comparator.comparing(Source::newest, Posting.NEWEST_FIRST);
    /** Words of a phrase that are looked up; the check of the message sees to the rest. */
    private static final int WORDS_OF_A_PHRASE = 3;

    /** The same partition, read on from that posting. */
    Source from(Posting next) {
        return new Source(reach, bucket, next, last);
    }

    /** The questions that find everything that can match, and some more. */
    List<Lookup> lookups(List<Term> terms, Instant oldest) {
        List<Lookup> lookups = new ArrayList<>();
        for (Term term : terms) {
            if (term instanceof Term.AnyForm form) {
                lookups.add(tokens(form.tokens(), oldest));
            } else if (term instanceof Term.Mark mark) {
                lookups.add(tokens(Set.of(mark.token()), oldest));
            } else if (term instanceof Term.Prefix prefix) {
                lookups.add(new Lookup.Beginning(reach.conversation(), bucket, prefix.start(), newest, oldest));
            } else {
                // The longest are the rarest.
                ((Term.Phrase) term)
                        .words().stream()
                                .distinct()
                                .sorted(Comparator.comparingInt(String::length).reversed())
                                .limit(WORDS_OF_A_PHRASE)
                                .forEach(word -> lookups.add(tokens(Set.of(word), oldest)));
            }
        }
        return lookups;
    }

    private Lookup tokens(Set<String> tokens, Instant oldest) {
        return new Lookup.Tokens(reach.conversation(), bucket, tokens, newest, oldest);
    }
}
