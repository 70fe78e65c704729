package chat.natter.gateway.edge;

/** The services behind the edge. */
enum Upstream {
    AUTH,
    PRESENCE,
    HISTORY,
    MEDIA
}
