package chat.natter.load.presence;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Draws who watches whom and who does what next; the same seed draws the same, however fast things go. */
final class DrawDoings {
    private final Random random;
    private final Standing[] standings;

    /**
     * Something that one of the people does.
     *
     * @param person the number of that one, from 0
     */
    record Drawn(int person, Doing doing, Standing after) {}

    DrawDoings(long seed, int people) {
        random = new Random(seed);
        standings = new Standing[people];
        Arrays.fill(standings, Standing.LOOKING);
    }

    /** So many others, for that one to watch. */
    List<Integer> others(int person, int count) {
        int[] others = IntStream.range(0, standings.length)
                .filter(other -> other != person)
                .toArray();
        for (int i = 0; i < count; i++) {
            int chosen = i + random.nextInt(others.length - i);
            int moved = others[i];
            others[i] = others[chosen];
            others[chosen] = moved;
        }
        return Arrays.stream(others).limit(count).boxed().toList();
    }

    Drawn next() {
        int person = random.nextInt(standings.length);
        List<Doing> possible = Doing.possible(standings[person]);
        Doing doing = possible.get(random.nextInt(possible.size()));
        standings[person] = doing.from(standings[person]);
        return new Drawn(person, doing, standings[person]);
    }
}
