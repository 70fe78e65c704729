package chat.natter.deploy.compatibility;

import chat.natter.deploy.Repository;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every field and constant of the Protobuf schemas as one line, {@code Delivery 10 MessageDelivery message}: what is on
 * the wire, or in a store that outlives an upgrade, together with its name.
 */
final class ReadSchema {
    private static final Pattern COMMENT = Pattern.compile("//[^\n]*");
    private static final Pattern TOKEN = Pattern.compile("(?<open>(?:message|enum|oneof)\\s+\\w+\\s*\\{)|(?<close>})"
            + "|(?<field>(?:(?:optional|repeated)\\s+)?[\\w.]+(?:<[^>]*>)?\\s+\\w+\\s*=\\s*\\d+[^;]*;)"
            + "|(?<constant>\\w+\\s*=\\s*\\d+\\s*;)");

    private ReadSchema() {}

    static Set<String> lines() {
        Set<String> lines = new TreeSet<>();
        for (String folder : List.of(
                "contract/src/main/proto", "message-service/src/main/proto", "presence-service/src/main/proto")) {
            for (Path file : Repository.files(
                    Repository.at(folder), path -> path.toString().endsWith(".proto"))) {
                lines.addAll(parse(Repository.read(file)));
            }
        }
        return lines;
    }

    static List<String> parse(String proto) {
        List<String> lines = new ArrayList<>();
        Deque<String> scopes = new ArrayDeque<>();
        Matcher tokens = TOKEN.matcher(COMMENT.matcher(proto).replaceAll(""));
        while (tokens.find()) {
            if (tokens.group("open") != null) {
                String[] words = tokens.group("open").split("[\\s{]+", -1);
                String outer = scopes.isEmpty() ? "" : scopes.element();
                // A oneof is no scope of names: its fields are the message's.
                boolean named = !words[0].equals("oneof");
                scopes.push(!named ? outer : outer.isEmpty() ? words[1] : outer + "." + words[1]);
            } else if (tokens.group("close") != null) {
                scopes.pop();
            } else if (!scopes.isEmpty()) {
                lines.add(scopes.element() + " " + declared(tokens.group()));
            }
        }
        return lines;
    }

    /** {@code repeated Device devices = 3;} becomes {@code 3 repeated Device devices}. */
    private static String declared(String declaration) {
        String[] halves = declaration.replace(";", "").split("=", 2);
        String number = halves[1].strip().split("\\s", 2)[0];
        return number + " " + halves[0].strip().replaceAll("\\s+", " ");
    }
}
