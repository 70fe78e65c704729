package chat.natter.stack.server;

import chat.natter.stack.report.StackFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A configuration file beside this class, with {@code @NAMES@} to fill in. A name without a value is a mistake. */
public final class Template {
    private static final Pattern NAME = Pattern.compile("@([A-Z0-9_]+)@");

    private Template() {}

    /** Written for its owner only, since some of them hold secrets. */
    static void write(String template, Map<String, String> values, Path target) {
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            Files.deleteIfExists(target);
            Files.createFile(
                    target, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(target, fill(read(template), values));
        } catch (IOException e) {
            throw new StackFailure(target + " cannot be written: " + e.getMessage(), e);
        }
    }

    /** The text of a template with its names filled in. */
    public static String filled(String template, Map<String, String> values) {
        try {
            return fill(read(template), values);
        } catch (IOException e) {
            throw new StackFailure(template + " cannot be read: " + e.getMessage(), e);
        }
    }

    static String fill(String text, Map<String, String> values) {
        return NAME.matcher(text).replaceAll(match -> {
            String value = values.get(match.group(1));
            if (value == null) {
                throw new IllegalStateException("no value for @" + match.group(1) + "@");
            }
            return Matcher.quoteReplacement(value);
        });
    }

    private static String read(String template) throws IOException {
        try (InputStream in = Template.class.getResourceAsStream(template)) {
            if (in == null) {
                throw new IllegalStateException("no template " + template);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
