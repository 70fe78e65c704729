package chat.natter.auth.sender;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.problem.Unavailable;

/** Brings a one-time code to a person. Throws {@link Unavailable} if it could not be handed over. */
public interface CodeSender {
    void send(Contact to, String code);
}
