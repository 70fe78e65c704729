package chat.natter.stack.state;

import java.net.URI;
import java.nio.file.Path;

/**
 * How to reach the servers, with their secrets: the reason why {@code stack.json} is readable by its owner only.
 *
 * @param kafkaBootstrap {@code host:port} of each broker, separated by commas
 */
public record Connections(
        String kafkaBootstrap, Cassandra cassandra, Sql sql, S3 s3, Keycloak keycloak, Tokens tokens) {
    public record Cassandra(String contactPoint, String datacenter, String keyspace) {}

    public record Sql(String jdbcUrl, String user, String password) {}

    public record S3(URI endpoint, String region, String bucket, String accessKey, String secretKey) {}

    public record Keycloak(
            URI url, String realm, String clientId, String clientSecret, String appClientId, String adminPassword) {}

    /** {@code ticketKeys}: {@code kid:base64}, separated by commas; the first one signs. */
    public record Tokens(Path signingKeyFile, String ticketKeys, URI jwksUrl) {}
}
