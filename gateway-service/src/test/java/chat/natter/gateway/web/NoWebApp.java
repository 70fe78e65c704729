package chat.natter.gateway.web;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** The settings of a gateway that serves no web app. */
public record NoWebApp() implements WebAppConfig {
    @Override
    public Optional<Path> folder() {
        return Optional.empty();
    }

    @Override
    public Optional<URI> mediaOrigin() {
        return Optional.empty();
    }

    @Override
    public Provider provider() {
        return new NoProvider();
    }

    private record NoProvider() implements Provider {
        @Override
        public Optional<String> name() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> authorizationUrl() {
            return Optional.empty();
        }

        @Override
        public Optional<String> clientId() {
            return Optional.empty();
        }

        @Override
        public Optional<String> hint() {
            return Optional.empty();
        }
    }
}
