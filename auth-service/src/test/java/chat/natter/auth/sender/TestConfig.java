package chat.natter.auth.sender;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A configuration whose servers are all at one address. */
record TestConfig(URI server) implements SenderConfig {
    @Override
    public PhoneWay phone() {
        return PhoneWay.NONE;
    }

    @Override
    public EmailWay email() {
        return EmailWay.NONE;
    }

    @Override
    public String text() {
        return "Code: %s";
    }

    @Override
    public String subject() {
        return "Your code";
    }

    @Override
    public Duration timeout() {
        return Duration.ofSeconds(5);
    }

    @Override
    public Webhook webhook() {
        return new Webhook() {
            @Override
            public Optional<URI> url() {
                return Optional.of(server.resolve("/hook"));
            }

            @Override
            public Optional<String> token() {
                return Optional.of("hook-token");
            }
        };
    }

    @Override
    public Sns sns() {
        return new Sns() {
            @Override
            public Optional<String> region() {
                return Optional.of("eu-central-1");
            }

            @Override
            public Optional<URI> endpoint() {
                return Optional.of(server);
            }

            @Override
            public Optional<String> senderId() {
                return Optional.of("Natter");
            }
        };
    }
}
