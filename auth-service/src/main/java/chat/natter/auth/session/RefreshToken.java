package chat.natter.auth.session;

import chat.natter.auth.secret.SecretText;
import java.util.random.RandomGenerator;

/** What only the device has. */
record RefreshToken(String text) {
    static RefreshToken next(RandomGenerator random) {
        return new RefreshToken(SecretText.next(random));
    }

    byte[] hash() {
        return SecretText.hash(text);
    }

    /** A secret prints nothing. */
    @Override
    public String toString() {
        return "RefreshToken";
    }
}
