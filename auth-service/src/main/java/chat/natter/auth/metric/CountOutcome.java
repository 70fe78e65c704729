package chat.natter.auth.metric;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Counts the answers of a resource method, by {@code outcome}: {@code ok} or the code of the problem. */
@NameBinding
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface CountOutcome {
    /** The counter's name, with dots. */
    String value();
}
