package chat.natter.auth.session;

/** {@link SessionTokens} as JSON; {@code expiresIn} is that of the access token, in seconds. */
record SessionAnswer(
        String userId, String deviceId, String sessionId, String accessToken, String refreshToken, long expiresIn) {
    static SessionAnswer of(SessionTokens tokens) {
        return new SessionAnswer(
                tokens.session().user().value(),
                tokens.session().device().value(),
                tokens.session().session().value(),
                tokens.accessToken(),
                tokens.refreshToken().text(),
                tokens.expiresInSeconds());
    }

    @Override
    public String toString() {
        return "SessionAnswer[" + sessionId + "]";
    }
}
