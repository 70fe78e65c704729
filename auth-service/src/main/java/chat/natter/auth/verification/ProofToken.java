package chat.natter.auth.verification;

import chat.natter.auth.secret.SecretText;
import java.util.random.RandomGenerator;

/** Stands for a proof. */
public record ProofToken(String text) {
    static ProofToken next(RandomGenerator random) {
        return new ProofToken(SecretText.next(random));
    }

    byte[] hash() {
        return SecretText.hash(text);
    }

    /** A secret prints nothing. */
    @Override
    public String toString() {
        return "ProofToken";
    }
}
