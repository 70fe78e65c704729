package chat.natter.stack.outside;

/**
 * What an app has in hand once its user comes back from the provider.
 *
 * @param verifier of the challenge that the app began with (RFC 7636)
 */
public record AuthorizationCode(String code, String verifier, String redirectUri) {}
