package chat.natter.client.terminal;

/** How far a message of one's own has come. Only ever rises, except that a pending one may be refused. */
enum Tick {
    PENDING("… "),
    SENT("✓ "),
    DELIVERED("✓✓"),
    READ("✓✓"),
    REFUSED("✗ ");

    private final String sign;

    Tick(String sign) {
        this.sign = sign;
    }

    /** Two columns wide. */
    String sign() {
        return sign;
    }
}
