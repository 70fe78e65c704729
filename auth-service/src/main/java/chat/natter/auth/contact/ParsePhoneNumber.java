package chat.natter.auth.contact;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a mobile number in international form. Numbers that no mobile phone has are refused: to premium and landline
 * numbers a code either does not arrive or costs the operator a fortune.
 */
public final class ParsePhoneNumber {
    private static final int MAX_LENGTH = 32;
    private static final String NO_REGION = "ZZ";
    private static final Set<PhoneNumberType> MOBILE =
            EnumSet.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private ParsePhoneNumber() {}

    /** Empty for what is no such number. Blanks, dashes and brackets make no difference. */
    public static Optional<Contact> parse(String given) {
        // Also letters and extensions are read by the library; in a number for codes they are mistakes.
        if (given.length() > MAX_LENGTH || !given.strip().matches("\\+[0-9 ()./-]+")) {
            return Optional.empty();
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(given, NO_REGION);
            boolean mobile = numbers.isValidNumber(number) && MOBILE.contains(numbers.getNumberType(number));
            return mobile
                    ? Optional.of(new Contact(Contact.Kind.PHONE, numbers.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
