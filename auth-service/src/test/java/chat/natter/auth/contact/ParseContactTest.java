package chat.natter.auth.contact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParseContactTest {
    @ParameterizedTest
    @CsvSource({
        "+49 151 1234-5678, +4915112345678",
        "+44 (7400) 123456, +447400123456",
        "+1 201-555-0123, +12015550123",
        "'  +81 90-1234-5678 ', +819012345678"
    })
    void writesANumberInOneWayOnly(String given, String expected) {
        assertThat(ParsePhoneNumber.parse(given)).contains(new Contact(Contact.Kind.PHONE, expected));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0151 12345678", "+49 30 1234567", "+1 900 555 0123", "+4915112345678 ext. 5", "+٤٩١٥١"})
    void refusesWhatNoMobilePhoneHas(String given) {
        assertThat(ParsePhoneNumber.parse(given)).isEmpty();
    }

    @Test
    void foldsAMailbox() {
        assertThat(ParseEmailAddress.parse(" Anna.B+x@Mail.EXAMPLE "))
                .contains(new Contact(Contact.Kind.EMAIL, "anna.b+x@mail.example"));
    }

    @Test
    void printsNoAddress() {
        assertThat(new Contact(Contact.Kind.PHONE, "+4915112345678")).hasToString("Contact[PHONE]");
    }
}
