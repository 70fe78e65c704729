package chat.natter.auth.verification;

import chat.natter.auth.contact.Contact;
import chat.natter.contract.UserId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody reads what is sent to this contact.
 *
 * @param madeAccount the account that was made by this very proof, if any
 */
public record Proof(Contact contact, @Nullable UserId madeAccount) {}
