package chat.natter.load.scenario;

import java.util.ArrayList;
import java.util.List;

/** Who knows whom, where everybody sits in a circle and knows their neighbours: whoever is known knows back. */
public final class Circle {
    private Circle() {}

    /**
     * The neighbours of one, half of them on each side.
     *
     * @param count an even number, less than the length of the circle
     */
    public static <T> List<T> neighbours(List<T> circle, int index, int count) {
        List<T> neighbours = new ArrayList<>();
        for (int distance = 1; distance <= count / 2; distance++) {
            neighbours.add(circle.get(Math.floorMod(index - distance, circle.size())));
            neighbours.add(circle.get(Math.floorMod(index + distance, circle.size())));
        }
        return neighbours;
    }
}
