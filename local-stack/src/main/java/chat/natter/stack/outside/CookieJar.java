package chat.natter.stack.outside;

import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.util.ArrayList;
import java.util.List;

/**
 * Cookies by path, also those that are marked secure: like a browser, and unlike the JDK, it takes 127.0.0.1 for safe
 * enough to send them there.
 */
final class CookieJar {
    private final List<HttpCookie> cookies = new ArrayList<>();

    void keep(HttpHeaders headers) {
        for (String header : headers.allValues("Set-Cookie")) {
            for (HttpCookie cookie : HttpCookie.parse(header)) {
                cookies.removeIf(old -> old.getName().equals(cookie.getName())
                        && String.valueOf(old.getPath()).equals(String.valueOf(cookie.getPath())));
                if (cookie.getMaxAge() != 0) {
                    cookies.add(cookie);
                }
            }
        }
    }

    /** The header for that address; empty if there is none. */
    String header(URI address) {
        List<String> pairs = cookies.stream()
                .filter(cookie -> cookie.getPath() == null || address.getPath().startsWith(cookie.getPath()))
                .map(cookie -> cookie.getName() + "=" + cookie.getValue())
                .toList();
        return String.join("; ", pairs);
    }
}
