package chat.natter.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RoutesTest {
    @ParameterizedTest
    @CsvSource({
        "/v1/accounts, AUTH",
        "/v1/sessions, AUTH",
        "/v1/sessions/refresh, AUTH",
        "/v1/devices/x, AUTH",
        "/v1/me, AUTH",
        "/v1/users, AUTH",
        "/v1/users/x, AUTH",
        "/v1/users/x/presence/y, AUTH",
        "/v1/verifications, AUTH",
        "/v1/links, AUTH",
        "/v1/blocks, AUTH",
        "/v1/contacts/x, AUTH",
        "/.well-known/jwks.json, AUTH",
        "/v1/users/x/presence, PRESENCE",
        "/v1/presence, PRESENCE",
        "/v1/conversations/d-x-y/messages, HISTORY",
        "/v1/search, HISTORY",
        "/v1/exports, HISTORY",
        "/v1/media/x, MEDIA",
        "/v1/users/caf%C3%A9, AUTH",
        "/v1/users/a.b, AUTH",
    })
    void leadsTo(String path, Upstream upstream) {
        assertThat(Routes.of(path)).contains(upstream);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "*",
                "/v1",
                "/v1/chat",
                "/v1/mediator",
                "/V1/media",
                "/q/metrics",
                "/q/health/ready",
                "/.well-known/openid-configuration",
            })
    void leadsNowhere(String path) {
        assertThat(Routes.of(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/me/../../q/metrics",
                "/v1/me/..",
                "/v1/me/./x",
                "/v1//me",
                "/v1/me//x",
                "/v1/me/%2e%2e/%2E%2E/q/metrics",
                "/v1/me/.%2e/x",
                "/v1/me%2f..%2fq",
                "/v1/me/..;a=b/../q/metrics",
                "/v1/me/%3bx",
                "/v1/me/\\..\\q",
                "/v1/me/%5c..",
                "/v1/me/%00",
            })
    void leadsNowhereIfAServiceCouldTakeThePathForAnother(String path) {
        assertThat(Routes.of(path)).isEmpty();
    }
}
