package chat.natter.load.scenario;

import chat.natter.client.rest.Device;
import chat.natter.client.rest.NatterApi;
import chat.natter.client.rest.Session;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;

/** Somebody who exists for one run only. */
public final class NewPerson {
    private static final int NAME_BITS = 60;
    private static final int PASSWORD_BITS = 100;
    private static final SecureRandom RANDOM = new SecureRandom();

    private NewPerson() {}

    /** Signs up and in, which costs much CPU by design. */
    public static Session at(URI edge) {
        NatterApi api = new NatterApi(edge);
        String username = "l" + new BigInteger(NAME_BITS, RANDOM).toString(36);
        String password = new BigInteger(PASSWORD_BITS, RANDOM).toString(36);
        api.signUp(username, password, "Load " + username);
        return api.signIn(username, password, Device.named("load", "load"));
    }
}
