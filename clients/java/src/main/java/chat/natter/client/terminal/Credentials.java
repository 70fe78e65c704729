package chat.natter.client.terminal;

import java.util.function.Supplier;

/**
 * Who signs in.
 *
 * @param password asked for only where it is needed, since it may prompt
 * @param typed whether the password was given on the command line and is therefore to be checked in any case
 * @param device the name of the device
 */
record Credentials(String username, Supplier<String> password, boolean typed, String device) {
    @Override
    public String toString() {
        return "Credentials[" + username + "]";
    }
}
