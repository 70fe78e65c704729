package chat.natter.load.scenario;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Who begins where. */
public final class Gateways {
    private Gateways() {}

    /** All of them, for the one of that number: the first is its own, the others are for when that one is gone. */
    public static List<URI> startingAt(int number, List<URI> edges) {
        List<URI> order = new ArrayList<>(edges);
        Collections.rotate(order, -number);
        return order;
    }
}
