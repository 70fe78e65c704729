package chat.natter.deploy.supply;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The licences under which a company may run, change and pass on Natter without publishing what it adds. Whatever is
 * under another one is refused until somebody has read it.
 */
final class Licences {
    private static final Set<String> ALLOWED = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "CC0-1.0",
            "EPL-2.0",
            "ISC",
            "MIT",
            "MIT-0",
            "Public Domain");

    /** Libraries, by the beginning of their name, under another licence or one that their metadata gets wrong. */
    private static final Map<String, Examined> EXAMINED = Map.of(
            "com.mysql:mysql-connector-j",
            new Examined(
                    "The GNU General Public License, v2 with Universal FOSS Exception, v1.0",
                    "GPL, with an exception for works under Apache-2.0; unchanged, in auth-service only"),
            "com.ibm.icu:icu4j",
            new Examined(
                    "Unicode/ICU License",
                    "LICENSE in the jar of 74.2: Unicode-3.0; what it names under GPL is for building ICU4C only"),
            "com.intellij:annotations",
            new Examined("Apache License 2", "Apache-2.0: its POM names that text's address"),
            "com.twelvemonkeys.",
            new Examined("BSD-4-Clause", "LICENSE.txt of the project: BSD-3-Clause; its POM says only BSD"),
            "org.jline:",
            new Examined("BSD-4-Clause", "LICENSE.txt of the project: three clauses; its POM names BSD-3-Clause"));

    private record Examined(String licence, String why) {}

    private Licences() {}

    /** Several licences are a choice: one that is allowed is enough. */
    static boolean allow(String library, List<String> licences) {
        return licences.stream().anyMatch(licence -> ALLOWED.contains(licence) || isExamined(library, licence));
    }

    /** What was examined and is not there any more. */
    static List<String> examinedInVain(List<String> libraries) {
        return EXAMINED.keySet().stream()
                .filter(name -> libraries.stream().noneMatch(library -> library.startsWith(name)))
                .toList();
    }

    private static boolean isExamined(String library, String licence) {
        return EXAMINED.entrySet().stream()
                .anyMatch(entry -> library.startsWith(entry.getKey())
                        && entry.getValue().licence().equals(licence));
    }
}
