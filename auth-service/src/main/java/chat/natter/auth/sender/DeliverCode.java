package chat.natter.auth.sender;

import chat.natter.auth.contact.Contact;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Map;

/** Sends each kind of code the configured way. A way that is not set up completely fails the start, not a sign-in. */
@Startup
@Singleton
public class DeliverCode {
    static final String DETAIL = "The code could not be sent right now. Try again.";

    private final Map<Contact.Kind, CodeSender> senders = new EnumMap<>(Contact.Kind.class);

    DeliverCode(SenderConfig config, Outbox outbox, ReactiveMailer mailer, ObjectMapper json) {
        switch (config.phone()) {
            case NONE -> {
                // Sign-in by phone is off.
            }
            case WEBHOOK -> senders.put(Contact.Kind.PHONE, new SendByWebhook(config, json));
            case SNS -> senders.put(Contact.Kind.PHONE, new SendBySns(config));
            case OUTBOX -> senders.put(Contact.Kind.PHONE, allowed(outbox));
        }
        switch (config.email()) {
            case NONE -> {
                // Sign-in by e-mail is off.
            }
            case WEBHOOK -> senders.put(Contact.Kind.EMAIL, new SendByWebhook(config, json));
            case SMTP -> senders.put(Contact.Kind.EMAIL, new SendByMail(mailer, config));
            case OUTBOX -> senders.put(Contact.Kind.EMAIL, allowed(outbox));
        }
    }

    /** Whether codes of that kind can be sent here at all. */
    public boolean canReach(Contact.Kind kind) {
        return senders.containsKey(kind);
    }

    public void deliver(Contact to, String code) {
        CodeSender sender = senders.get(to.kind());
        if (sender == null) {
            throw new IllegalStateException("no sender for " + to.kind());
        }
        sender.send(to, code);
    }

    private static Outbox allowed(Outbox outbox) {
        if (!Outbox.isAllowed()) {
            throw new IllegalStateException(
                    "natter.auth.codes: the outbox shows codes to everybody and exists in the dev profile only");
        }
        return outbox;
    }
}
