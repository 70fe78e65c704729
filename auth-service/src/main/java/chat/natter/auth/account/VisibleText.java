package chat.natter.auth.account;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A name shown to people: 1 to {@code max} code points, at least one of them to be seen, and none that breaks the line,
 * controls a terminal, reverses the text around it or is half a character.
 */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CheckVisibleText.class)
public @interface VisibleText {
    int max();

    String message() default "must be 1 to {max} visible characters without control characters";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
