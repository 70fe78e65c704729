package chat.natter.history.objects;

import chat.natter.storage.S3Settings;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where packages of messages are put. */
@ConfigMapping(prefix = "natter.history.s3")
interface S3Config extends S3Settings {
    /** Created when it is first needed, if it is absent and we may. Nothing else may lie in it below our prefix. */
    @WithDefault("natter-exports")
    String bucket();

    /** Bytes that are sent at once and held in memory until then, from 5 MiB, which S3 demands. */
    @WithDefault("8388608")
    int partBytes();
}
