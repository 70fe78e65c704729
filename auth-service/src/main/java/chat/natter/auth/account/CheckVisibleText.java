package chat.natter.auth.account;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.jspecify.annotations.Nullable;

/** The rule of {@link VisibleText}. A missing text is {@code @NotNull}'s business. */
public class CheckVisibleText implements ConstraintValidator<VisibleText, String> {
    private int max;

    @Override
    public void initialize(VisibleText constraint) {
        max = constraint.max();
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text == null || isVisible(text, max);
    }

    static boolean isVisible(String text, int max) {
        return text.codePointCount(0, text.length()) <= max
                && text.codePoints().noneMatch(CheckVisibleText::isForbidden)
                && text.codePoints().anyMatch(CheckVisibleText::isSeen);
    }

    private static boolean isForbidden(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> isDirectionControl(codePoint);
        };
    }

    /**
     * The embeddings, overrides and isolates of the bidirectional algorithm: with them one name can pose as another.
     */
    private static boolean isDirectionControl(int codePoint) {
        return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean isSeen(int codePoint) {
        return !Character.isSpaceChar(codePoint) && Character.getType(codePoint) != Character.FORMAT;
    }
}
