package chat.natter.history.job;

import chat.natter.contract.Ulid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/** The id of a job. It tells the day on which the job was asked for, and so where to look for it. */
public record JobId(String value) {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final Pattern FORM = Pattern.compile("[0-7][" + ALPHABET + "]{25}");
    /** 26 characters hold 130 bits for 128: the first ten are two empty bits and the 48 of the time. */
    private static final int CHARACTERS_OF_TIME = 10;

    public JobId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("not a job id");
        }
    }

    /** Of what a client says; empty if it is no id. */
    static Optional<JobId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new JobId(text)) : Optional.empty();
    }

    static JobId next(Instant now, RandomGenerator random) {
        return new JobId(Ulid.next(now, random));
    }

    Instant askedAt() {
        long bits = 0;
        for (int i = 0; i < CHARACTERS_OF_TIME; i++) {
            bits = bits << 5 | ALPHABET.indexOf(value.charAt(i));
        }
        return Instant.ofEpochMilli(bits);
    }

    LocalDate day() {
        return askedAt().atZone(ZoneOffset.UTC).toLocalDate();
    }

    @Override
    public String toString() {
        return value;
    }
}
