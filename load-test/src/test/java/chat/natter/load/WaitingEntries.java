package chat.natter.load;

import chat.natter.contract.UserId;
import chat.natter.stack.LocalStack;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

/** Asks the message-services how many entries wait in a user's inbox. */
final class WaitingEntries {
    private static final ObjectMapper JSON = new ObjectMapper();

    private WaitingEntries() {}

    static long of(LocalStack stack, UserId user) {
        return stack.services().stream()
                .filter(service -> service.name().startsWith("message-"))
                .mapToLong(service -> ask(URI.create(service.url() + "/v1/admin/inboxes/" + user)))
                .sum();
    }

    private static long ask(URI address) {
        try (InputStream answer = address.toURL().openStream()) {
            return JSON.readTree(answer).path("entries").asLong();
        } catch (IOException e) {
            throw new IllegalStateException("no answer from " + address, e);
        }
    }
}
