package chat.natter.gateway.web;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Settings of the web app that the gateway serves at {@code /}. */
@ConfigMapping(prefix = "natter.gateway.web-app")
public interface WebAppConfig {
    /** The folder with the built app, {@code clients/web-app/dist}; without one, {@code /} says only who is here. */
    Optional<Path> folder();

    /** The origin of object storage, which pages may then load files from and send files to. */
    Optional<URI> mediaOrigin();

    /** Another provider that people may sign in with. */
    Provider provider();

    /** An OpenID provider behind Keycloak; there is one if its first three are set. */
    interface Provider {
        /** What people call another provider that they may sign in with; the app then has a button for it. */
        Optional<String> name();

        /** Keycloak's authorization endpoint. */
        Optional<URI> authorizationUrl();

        /** The public client of the apps. */
        Optional<String> clientId();

        /** Which of Keycloak's identity providers to go to at once. */
        Optional<String> hint();
    }
}
