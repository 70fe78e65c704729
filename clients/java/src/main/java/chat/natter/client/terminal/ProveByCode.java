package chat.natter.client.terminal;

import chat.natter.client.rest.NatterApi;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Has a code sent and asks for it, once: the proof that it is exchanged for is good for a sign-up and the sign-in after
 * it.
 */
final class ProveByCode implements Supplier<String> {
    private final NatterApi api;
    private final String contact;
    private final Console console;
    private @Nullable String proof;

    ProveByCode(NatterApi api, String contact, Console console) {
        this.api = api;
        this.contact = contact;
        this.console = console;
    }

    @Override
    public String get() {
        if (proof == null) {
            String verification = api.sendCode(contact);
            String code = console.readSecret("Code that was sent to " + contact + ": ");
            if (code == null) {
                throw new ChatFailure("no code was given");
            }
            proof = api.prove(verification, code.strip());
        }
        return proof;
    }
}
