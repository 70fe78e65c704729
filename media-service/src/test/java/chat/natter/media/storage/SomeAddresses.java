package chat.natter.media.storage;

import chat.natter.storage.ConnectToS3;
import chat.natter.storage.Encryption;
import java.net.URI;
import java.util.Optional;

/** Signs addresses that lead nowhere. */
public final class SomeAddresses {
    private SomeAddresses() {}

    public static SignUrls signUrls() {
        S3Config config =
                new SomeS3Config(URI.create("http://127.0.0.1:9"), Optional.empty(), "bucket", "key", "secret");
        ConnectToS3 connect = new ConnectToS3(config);
        return new SignUrls(
                connect.presigner(),
                new OwnPresigner(connect.ownPresigner()),
                new ObjectNames(config),
                new Encryption(config));
    }
}
