package chat.natter.gateway.edge;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which service answers which path. Only what is named here is reachable from outside. */
final class Routes {
    // The services resolve dot segments and escapes before they route, so whatever could leave its prefix that way is
    // not passed on.
    private static final Pattern AMBIGUOUS =
            Pattern.compile("//|/\\.{1,2}(/|$)|[\\\\;]|%(2e|2f|5c|3b|00)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRESENCE = Pattern.compile("/v1/users/[^/]+/presence");
    private static final Map<Upstream, List<String>> PREFIXES = Map.of(
            Upstream.AUTH,
            List.of(
                    "/v1/accounts",
                    "/v1/sessions",
                    "/v1/devices",
                    "/v1/me",
                    "/v1/users",
                    "/v1/verifications",
                    "/v1/links",
                    "/v1/blocks",
                    "/v1/contacts",
                    "/v1/dev/outbox",
                    "/.well-known/jwks.json"),
            Upstream.PRESENCE,
            List.of("/v1/presence"),
            Upstream.HISTORY,
            List.of("/v1/conversations", "/v1/stars", "/v1/search", "/v1/exports"),
            Upstream.MEDIA,
            List.of("/v1/media"));

    private Routes() {}

    static Optional<Upstream> of(String path) {
        if (AMBIGUOUS.matcher(path).find()) {
            return Optional.empty();
        }
        if (PRESENCE.matcher(path).matches()) {
            return Optional.of(Upstream.PRESENCE);
        }
        return PREFIXES.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(prefix -> isUnder(path, prefix)))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static boolean isUnder(String path, String prefix) {
        return path.startsWith(prefix) && (path.length() == prefix.length() || path.charAt(prefix.length()) == '/');
    }
}
