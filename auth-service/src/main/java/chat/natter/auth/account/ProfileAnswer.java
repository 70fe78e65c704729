package chat.natter.auth.account;

/** A {@link Profile} as JSON. */
record ProfileAnswer(String userId, String username, String displayName) {
    static ProfileAnswer of(Profile profile) {
        return new ProfileAnswer(profile.user().value(), profile.username().value(), profile.displayName());
    }
}
