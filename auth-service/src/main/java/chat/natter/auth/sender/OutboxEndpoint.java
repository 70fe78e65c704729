package chat.natter.auth.sender;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.contact.ParseEmailAddress;
import chat.natter.auth.contact.ParsePhoneNumber;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;

/**
 * {@code GET /v1/dev/outbox?to=…}: the last code. Outside the dev and test profiles there is nothing at this address.
 */
@Path("/v1/dev/outbox")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxEndpoint {
    private final Outbox outbox;

    OutboxEndpoint(Outbox outbox) {
        this.outbox = outbox;
    }

    record Answer(String code) {
        @Override
        public String toString() {
            return "Answer";
        }
    }

    @GET
    public Answer last(@QueryParam("to") @NotNull String to) {
        if (!Outbox.isAllowed()) {
            throw new NotFoundException();
        }
        Optional<Contact> contact = ParsePhoneNumber.parse(to).or(() -> ParseEmailAddress.parse(to));
        return contact.flatMap(outbox::last).map(Answer::new).orElseThrow(NotFoundException::new);
    }
}
