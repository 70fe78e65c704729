package chat.natter.client.terminal;

import chat.natter.client.rest.Device;
import chat.natter.client.rest.NatterApi;
import chat.natter.client.rest.Session;
import java.util.function.Supplier;

/**
 * Who signs in: by user name and password, or by a phone number or e-mail address and a code.
 *
 * @param secret the password, or the proof that a code was exchanged for; asked for only where it is needed, since it
 *     may prompt
 * @param typed whether the password was given on the command line and is therefore to be checked in any case
 * @param device the name of the device
 */
record Credentials(String name, Supplier<String> secret, boolean typed, String device) {
    /** User names have neither a plus nor an at sign. */
    static boolean isContact(String name) {
        return name.startsWith("+") || name.indexOf('@') > 0;
    }

    Session signIn(NatterApi api, Device as) {
        return isContact(name) ? api.signInByProof(secret.get(), as) : api.signIn(name, secret.get(), as);
    }

    @Override
    public String toString() {
        return "Credentials";
    }
}
