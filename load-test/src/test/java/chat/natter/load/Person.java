package chat.natter.load;

import chat.natter.client.rest.Device;
import chat.natter.client.rest.NatterApi;
import chat.natter.client.rest.Session;
import chat.natter.client.rest.UserApi;
import chat.natter.contract.DeviceId;
import chat.natter.contract.UserId;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;

/** Somebody who exists for one test only, with one signed-in device. */
record Person(NatterApi rest, String username, String password, Session session) {
    private static final SecureRandom RANDOM = new SecureRandom();

    static Person signUp(URI edge) {
        NatterApi rest = new NatterApi(edge);
        String username = "t" + new BigInteger(60, RANDOM).toString(36);
        String password = new BigInteger(100, RANDOM).toString(36);
        rest.signUp(username, password, "Test " + username);
        return new Person(rest, username, password, signIn(rest, username, password));
    }

    /** The same person on one more device. */
    Person onAnotherDevice() {
        return new Person(rest, username, password, signIn(rest, username, password));
    }

    UserId id() {
        return session.userId();
    }

    DeviceId device() {
        return session.deviceId();
    }

    UserApi api() {
        return rest.as(session::accessToken);
    }

    private static Session signIn(NatterApi rest, String username, String password) {
        return rest.signIn(username, password, Device.named("test", "test"));
    }
}
