package chat.natter.deploy.configuration;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;

/** Where the addresses lead that media-service gives out: pages of the web app must be allowed to go there. */
public final class MediaOrigin {
    private MediaOrigin() {}

    /** By media-service's variables, as the AWS SDK makes addresses of them. */
    public static String of(Map<String, String> variables) {
        String endpoint = variables.getOrDefault(
                "NATTER_MEDIA_S3_PUBLIC_ENDPOINT",
                variables.getOrDefault(
                        "NATTER_MEDIA_S3_ENDPOINT",
                        "https://s3.%s.amazonaws.com".formatted(variables.get("NATTER_MEDIA_S3_REGION"))));
        if (Boolean.parseBoolean(variables.get("NATTER_MEDIA_S3_PATH_STYLE"))) {
            return endpoint;
        }
        URI address = URI.create(endpoint);
        String bucket = requireNonNull(variables.get("NATTER_MEDIA_S3_BUCKET"));
        return address.getScheme() + "://" + bucket + "." + address.getRawAuthority();
    }
}
