package chat.natter.load.compare;

import chat.natter.load.compare.trial.TrialResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The table as a page of its own, with a bar in each cell; needs neither scripts nor a network. */
final class WriteHtml {
    private static final double FULL = 100;

    private final Map<ContenderName, List<TrialResult>> results;

    WriteHtml(Map<ContenderName, List<TrialResult>> results) {
        this.results = results;
    }

    String html() {
        Comparison comparison = new Comparison(results);
        StringBuilder page = new StringBuilder();
        page.append("""
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Natter side by side</title>
                <style>
                body { font: 15px/1.4 system-ui, sans-serif; margin: 2rem; color: #1d2330; background: #fff; }
                table { border-collapse: collapse; }
                th, td { padding: .3rem .8rem; text-align: right; border-bottom: 1px solid #dfe3ea; }
                th:first-child, td:first-child { text-align: left; }
                tbody th { padding-top: 1.2rem; text-align: left; }
                i { display: block; height: 5px; margin-left: auto; border-radius: 2px; background: #4467c4; }
                td.failed { color: #b3261e; text-align: left; }
                @media (prefers-color-scheme: dark) {
                  body { color: #e3e6ee; background: #14171f; } th, td { border-color: #2c3242; } i { background: #7d9bf0; }
                }
                </style></head><body>
                <h1>Side by side</h1>
                <p>One machine holds server, database and load generator. Bars compare within a row. CPU is that of the
                server's processes and its database's, for each delivered message.</p>
                <table><thead><tr><th></th>
                """);
        comparison
                .contenders()
                .forEach(name -> page.append("<th>").append(escape(name)).append("</th>"));
        page.append("</tr></thead><tbody>\n");
        String trial = "";
        for (Comparison.Row row : comparison.rows()) {
            if (!row.trial().equals(trial)) {
                trial = row.trial();
                page.append("<tr><th colspan=\"9\">").append(escape(trial)).append("</th></tr>\n");
            }
            page.append("<tr><td>").append(escape(row.figure())).append("</td>");
            double most = row.cells().stream()
                    .flatMap(Optional::stream)
                    .mapToDouble(Double::doubleValue)
                    .max()
                    .orElse(0);
            row.cells().forEach(cell -> page.append(cell(cell, most)));
            page.append("</tr>\n");
        }
        results.values()
                .forEach(list -> list.stream()
                        .filter(result -> result.failure() != null)
                        .forEach(result -> page.append("<tr><td class=\"failed\" colspan=\"9\">")
                                .append(escape(result.contender() + ", " + result.trial() + ": " + result.failure()))
                                .append("</td></tr>\n")));
        return page.append("</tbody></table></body></html>\n").toString();
    }

    private static String cell(Optional<Double> value, double most) {
        double width = most == 0 ? 0 : value.orElse(0.0) / most * FULL;
        return String.format(Locale.ROOT, "<td>%s<i style=\"width:%.1f%%\"></i></td>", Comparison.text(value), width);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
