package chat.natter.history.cassandra;

import java.util.ArrayList;
import java.util.List;

/** Cuts a script into statements at semicolons outside comments and quoted strings. */
final class CqlScript {
    private final String text;
    private final StringBuilder statement = new StringBuilder();
    private final List<String> statements = new ArrayList<>();

    private CqlScript(String text) {
        this.text = text;
    }

    static List<String> statements(String text) {
        CqlScript script = new CqlScript(text);
        script.cut();
        return List.copyOf(script.statements);
    }

    private void cut() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (text.startsWith("--", i) || text.startsWith("//", i)) {
                i = endOf("\n", i) - 1;
            } else if (text.startsWith("/*", i)) {
                i = endOf("*/", i + 2);
            } else if (c == '\'' || c == '"') {
                int end = endOf(String.valueOf(c), i + 1);
                statement.append(text, i, end);
                i = end;
            } else if (c == ';') {
                endStatement();
                i++;
            } else {
                statement.append(c);
                i++;
            }
        }
        endStatement();
    }

    /** The index after the next occurrence, or one beyond the end of the text. */
    private int endOf(String mark, int from) {
        int at = text.indexOf(mark, from);
        return at < 0 ? text.length() + (mark.equals("\n") ? 1 : 0) : at + mark.length();
    }

    private void endStatement() {
        String cql = statement.toString().strip();
        if (!cql.isEmpty()) {
            statements.add(cql);
        }
        statement.setLength(0);
    }
}
