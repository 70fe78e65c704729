package chat.natter.auth.sender;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.problem.Unavailable;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;

/** Mails codes by SMTP. */
final class SendByMail implements CodeSender {
    private final ReactiveMailer mailer;
    private final SenderConfig config;

    SendByMail(ReactiveMailer mailer, SenderConfig config) {
        this.mailer = mailer;
        this.config = config;
    }

    @Override
    public void send(Contact to, String code) {
        try {
            mailer.send(Mail.withText(
                            to.address(), config.subject(), config.text().formatted(code)))
                    .await()
                    .atMost(config.timeout());
        } catch (RuntimeException e) {
            // The mailer has no exception type of its own: refused, timed out and unreachable all come so.
            throw new Unavailable(DeliverCode.DETAIL, e);
        }
    }
}
