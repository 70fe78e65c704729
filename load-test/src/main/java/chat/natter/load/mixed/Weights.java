package chat.natter.load.mixed;

import java.util.EnumMap;
import java.util.Map;

/** How often people do what, in relation to each other; what is not named they never do. */
final class Weights {
    private final Map<Doing, Integer> weights = new EnumMap<>(Doing.class);
    private final int sum;

    Weights(Map<Doing, Integer> weights) {
        this.weights.putAll(weights);
        if (weights.values().stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("a weight is 0 or more: " + weights);
        }
        this.sum = weights.values().stream().mapToInt(Integer::intValue).sum();
        if (sum == 0) {
            throw new IllegalArgumentException("people do something: at least one weight is above 0");
        }
    }

    /**
     * What comes next.
     *
     * @param chance 0 to 1, 1 excluded
     */
    Doing draw(double chance) {
        int left = (int) (chance * sum);
        for (Map.Entry<Doing, Integer> weight : weights.entrySet()) {
            left -= weight.getValue();
            if (left < 0) {
                return weight.getKey();
            }
        }
        throw new IllegalArgumentException("a chance is below 1: " + chance);
    }

    boolean has(Doing doing) {
        return weights.getOrDefault(doing, 0) > 0;
    }
}
