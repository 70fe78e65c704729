package chat.natter.presence.gateways;

/** What this instance holds of one incarnation. */
public enum GatewayVerdict {
    /** It beats, or there is no proof of the contrary. */
    ALIVE,
    /** Its heartbeats stopped while this instance was listening. */
    SILENT,
    /** The gateway beats as a later incarnation: this one cannot come back. */
    SUPERSEDED;

    public boolean isGone() {
        return this != ALIVE;
    }
}
