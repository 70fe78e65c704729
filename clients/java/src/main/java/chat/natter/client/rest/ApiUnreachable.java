package chat.natter.client.rest;

import java.net.URI;

/** No answer that could be used: the server cannot be reached, is too slow, or is no Natter. */
public final class ApiUnreachable extends RuntimeException {
    private final URI edge;

    ApiUnreachable(URI edge, String why) {
        super(edge + ": " + why);
        this.edge = edge;
    }

    public URI edge() {
        return edge;
    }
}
