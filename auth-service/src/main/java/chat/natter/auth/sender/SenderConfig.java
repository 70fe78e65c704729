package chat.natter.auth.sender;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How codes are sent. SMTP itself is set by {@code quarkus.mailer.*}. */
@ConfigMapping(prefix = "natter.auth.codes")
public interface SenderConfig {
    /** How codes reach phones. {@code none}: sign-in by phone is off. {@code outbox}: in the dev profile only. */
    @WithDefault("none")
    PhoneWay phone();

    /** How codes reach mailboxes. */
    @WithDefault("none")
    EmailWay email();

    /** The text that carries the code, in place of {@code %s}. */
    @WithDefault("%s is your Natter code. Do not give it to anybody.")
    String text();

    /** The subject of the e-mail that carries it. */
    @WithDefault("Your Natter code")
    String subject();

    /** How long a sender may take. */
    @WithDefault("PT5S")
    Duration timeout();

    /** The HTTP webhook. */
    Webhook webhook();

    /** Amazon SNS. Credentials come from where the AWS SDK looks for them. */
    Sns sns();

    enum PhoneWay {
        NONE,
        WEBHOOK,
        SNS,
        OUTBOX
    }

    enum EmailWay {
        NONE,
        WEBHOOK,
        SMTP,
        OUTBOX
    }

    interface Webhook {
        /** Gets {@code POST {"kind", "to", "code", "text"}}; anything but 2xx is a failure. */
        Optional<URI> url();

        /** Sent as {@code Authorization: Bearer …}. */
        Optional<String> token();
    }

    interface Sns {
        /** The AWS region. */
        Optional<String> region();

        /** An endpoint other than the region's own. */
        Optional<URI> endpoint();

        /** The sender that phones show, where the country allows one. */
        Optional<String> senderId();
    }
}
