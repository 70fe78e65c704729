package chat.natter.stack.container;

import java.util.Arrays;

/** The official image of each server: the same as in deploy/compose.yaml. */
public enum Image {
    CASSANDRA("cassandra", "cassandra:5.0.6"),
    KAFKA("kafka", "apache/kafka:4.1.1"),
    KEYCLOAK("keycloak", "quay.io/keycloak/keycloak:26.5.6"),
    MYSQL("mariadb", "mysql:8.4"),
    MINIO("s3proxy", "minio/minio:RELEASE.2025-09-07T16-13-09Z");

    private final String part;
    private final String tag;

    Image(String part, String tag) {
        this.part = part;
        this.tag = tag;
    }

    /** The part of the stack that it takes the place of. */
    public String part() {
        return part;
    }

    /** With repository and version. */
    public String tag() {
        return tag;
    }

    static Image ofPart(String part) {
        return Arrays.stream(values())
                .filter(image -> image.part.equals(part))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no image for " + part));
    }
}
