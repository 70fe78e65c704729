package chat.natter.auth.problem;

import java.io.IOException;

/** The client went away before it had sent its body. */
final class BodyCutOff extends IOException {
    BodyCutOff(IOException cause) {
        super("the body was cut off", cause);
    }
}
