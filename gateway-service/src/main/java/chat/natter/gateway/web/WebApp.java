package chat.natter.gateway.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Serves the web app, if there is one. Its pages may run the app's own scripts and nothing else: no inline script or
 * style, no other origin but object storage, and no text that becomes markup.
 */
@Singleton
public class WebApp {
    /** What the app has to know of this installation. */
    private static final String SETTINGS = "/app.json";

    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final String ASK_EACH_TIME = "no-cache";

    private final Map<String, WebFile> files;
    private final String policy;

    public WebApp(WebAppConfig config) {
        files = new HashMap<>(config.folder().map(LoadWebApp::from).orElse(Map.of()));
        if (!files.isEmpty()) {
            byte[] settings = settings(config.provider()).toString().getBytes(StandardCharsets.UTF_8);
            files.put(SETTINGS, WebFile.of(SETTINGS, settings, false));
        }
        policy = policy(config.mediaOrigin());
    }

    /** Answers a request for one of the app's files; false if it is for something else. */
    public boolean answers(HttpServerRequest request) {
        WebFile file = files.get(request.path());
        if (file == null
                || !(request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))) {
            return false;
        }
        send(file, request);
        return true;
    }

    private void send(WebFile file, HttpServerRequest request) {
        HttpServerResponse response = request.response();
        response.headers()
                .set("ETag", file.tag())
                .set("Cache-Control", file.immutable() ? FOREVER : ASK_EACH_TIME)
                .set("Vary", "Accept-Encoding")
                .set("Content-Security-Policy", policy)
                .set("X-Content-Type-Options", "nosniff")
                .set("Referrer-Policy", "no-referrer")
                .set("Cross-Origin-Opener-Policy", "same-origin")
                .set("Permissions-Policy", "camera=(self), microphone=(self), geolocation=()");
        if (file.tag().equals(request.getHeader("If-None-Match"))) {
            response.setStatusCode(304).end();
            return;
        }
        boolean zipped = takesGzip(request.headers());
        if (zipped) {
            response.putHeader("Content-Encoding", "gzip");
        }
        int length = (zipped ? file.gzipped() : file.bytes()).length();
        response.putHeader("Content-Type", file.contentType()).putHeader("Content-Length", Integer.toString(length));
        if (request.method().equals(HttpMethod.HEAD)) {
            response.end();
        } else {
            response.end(zipped ? file.gzipped() : file.bytes());
        }
    }

    private static boolean takesGzip(MultiMap headers) {
        @Nullable String encodings = headers.get("Accept-Encoding");
        return encodings != null && encodings.contains("gzip");
    }

    private static JsonObject settings(WebAppConfig.Provider provider) {
        if (provider.name().isEmpty()) {
            return new JsonObject();
        }
        JsonObject said = new JsonObject()
                .put("name", provider.name().get())
                .put(
                        "authorizationUrl",
                        required("authorization-url", provider.authorizationUrl())
                                .toString())
                .put("clientId", required("client-id", provider.clientId()));
        provider.hint().ifPresent(hint -> said.put("hint", hint));
        return new JsonObject().put("provider", said);
    }

    private static <T> T required(String key, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalStateException(
                "natter.gateway.web-app.provider." + key + " is needed beside the provider's name"));
    }

    private static String policy(Optional<URI> mediaOrigin) {
        String media = mediaOrigin.map(origin -> " " + origin).orElse("");
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' blob: data:" + media,
                "media-src blob:" + media,
                "font-src 'self'",
                "connect-src 'self'" + media,
                "manifest-src 'self'",
                "worker-src 'self'",
                "base-uri 'none'",
                "form-action 'self'",
                "frame-ancestors 'none'",
                "require-trusted-types-for 'script'",
                "trusted-types lit-html natter");
    }
}
