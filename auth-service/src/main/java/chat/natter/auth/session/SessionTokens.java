package chat.natter.auth.session;

import chat.natter.auth.token.AccessToken;

/** What a device gets when its session is opened or refreshed. */
record SessionTokens(AccessToken session, String accessToken, RefreshToken refreshToken, long expiresInSeconds) {
    @Override
    public String toString() {
        return "SessionTokens[" + session + "]";
    }
}
