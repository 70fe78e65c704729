package chat.natter.auth.verification;

import chat.natter.auth.contact.Contact;
import chat.natter.auth.contact.ParseEmailAddress;
import chat.natter.auth.contact.ParsePhoneNumber;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /v1/verifications}: a number or an address.
 *
 * @param installation any text that stays the same on one device, by which its tries are counted together
 */
record VerificationRequest(
        @Nullable String phone,
        @Nullable String email,
        @Size(min = 8, max = 64) @Nullable String installation) {

    /** Empty if neither or both are given, or it is none. */
    Optional<Contact> contact() {
        if (phone != null && email == null) {
            return ParsePhoneNumber.parse(phone);
        }
        return email != null && phone == null ? ParseEmailAddress.parse(email) : Optional.empty();
    }

    String complaint() {
        if ((phone == null) == (email == null)) {
            return "body: has to have either phone or email";
        }
        return phone != null
                ? "phone: is no mobile number in international form, such as +4915112345678"
                : "email: is no e-mail address";
    }

    @Override
    public String toString() {
        return "VerificationRequest";
    }
}
