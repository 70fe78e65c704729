package chat.natter.load.compare;

import chat.natter.load.compare.trial.TrialResult;
import chat.natter.load.report.HtmlPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table as a page of its own, with a bar in each cell; needs neither scripts nor a network. */
final class WriteHtml {
    private final Map<ContenderName, List<TrialResult>> results;

    WriteHtml(Map<ContenderName, List<TrialResult>> results) {
        this.results = results;
    }

    String html() {
        Comparison comparison = new Comparison(results);
        HtmlPage page = new HtmlPage("Natter side by side", "");
        page.add("""
                <h1>Side by side</h1>
                <p>One machine holds server, database and load generator. Bars compare within a row. CPU is that of the
                server's processes and its database's, for each delivered message.</p>
                <table><thead><tr><th></th>
                """);
        comparison.contenders().forEach(name -> page.element("th", name));
        page.add("</tr></thead><tbody>\n");
        String trial = "";
        for (Comparison.Row row : comparison.rows()) {
            if (!row.trial().equals(trial)) {
                trial = row.trial();
                page.add("<tr><th colspan=\"9\">").text(trial).add("</th></tr>\n");
            }
            page.add("<tr><td>").text(row.figure()).add("</td>");
            double most = row.cells().stream()
                    .flatMap(Optional::stream)
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            row.cells().forEach(cell -> page.add(cell(cell, most)));
            page.add("</tr>\n");
        }
        results.values()
                .forEach(list -> list.stream()
                        .filter(result -> result.failure() != null)
                        .forEach(result -> page.add("<tr><td class=\"failed\" colspan=\"9\">")
                                .text(result.contender() + ", " + result.trial() + ": " + result.failure())
                                .add("</td></tr>\n")));
        return page.add("</tbody></table>\n").toString();
    }

    private static String cell(Optional<Double> value, double most) {
        return HtmlPage.barCell(Comparison.text(value), most == 0 ? 0 : value.orElse(0.0) / most);
    }
}
