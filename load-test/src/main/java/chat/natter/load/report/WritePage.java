package chat.natter.load.report;

import chat.natter.load.measure.CountOverTime;
import chat.natter.load.measure.Figure;
import chat.natter.load.measure.Latency;
import chat.natter.load.report.LineChart.Line;
import chat.natter.load.report.LineChart.Point;
import chat.natter.load.stack.KafkaUse;
import chat.natter.load.stack.StackUse;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A run as a page: what matters first, then curves, then what each part of the stack did. */
final class WritePage {
    private static final int MOST_WINDOWS = 240;
    private static final List<String> SHOWN_PERCENTILES = List.of("p50", "p99", "max");
    private static final String STYLE = """
            .cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .8rem; margin: 1.4rem 0; }
            .cards div { background: var(--card); border-radius: 8px; padding: .7rem 1rem; }
            .cards strong { display: block; font-size: 1.45rem; font-weight: 600; }
            .verdict { font-weight: 600; color: var(--good); } .verdict.bad { color: var(--bad); }
            .charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(30rem, 100%), 1fr)); gap: 1rem; margin: 1rem 0; }
            figure { margin: 0; background: var(--card); border-radius: 8px; padding: .8rem; min-width: 0; }
            figcaption { font-weight: 600; } .key { font-weight: 400; font-size: 13px; color: var(--soft); }
            .key span { margin-left: .9rem; white-space: nowrap; } .key b { display: inline-block; width: .9em; height: 3px;
              margin-right: .35em; vertical-align: middle; }
            svg { width: 100%; height: auto; display: block; }
            svg text { font-size: 12px; fill: var(--soft); } svg .up { text-anchor: end; dominant-baseline: middle; }
            svg .across, svg .unit { text-anchor: middle; } svg .grid { stroke: var(--line); fill: none; }
            svg .line { fill: none; stroke-width: 2; stroke-linejoin: round; } svg circle { opacity: 0; } svg circle:hover { opacity: 1; }
            .side { display: flex; flex-wrap: wrap; gap: 0 2.5rem; align-items: flex-start; }
            pre { background: var(--card); border-radius: 8px; padding: .8rem 1rem; overflow-x: auto; }
            """;

    private final RunReport report;
    private final HtmlPage page;

    private WritePage(RunReport report) {
        this.report = report;
        this.page = new HtmlPage("Natter load: " + report.scenario(), STYLE);
    }

    static String page(RunReport report) {
        return new WritePage(report).write();
    }

    private String write() {
        page.element("h1", report.scenario());
        page.add("<p><span class=\"verdict%s\">".formatted(report.faultless() ? "" : " bad"))
                .text(report.faultless() ? "No faults" : "FAULTS")
                .add("</span> <span class=\"soft\">· ")
                .text(report.began().truncatedTo(ChronoUnit.SECONDS) + " · "
                        + Machine.here().text())
                .add("</span></p>\n<p><code>")
                .text("natter load " + String.join(" ", report.arguments()))
                .add("</code></p>\n");
        writeHeadlines();
        writeCurves();
        report.stack().forEach(this::write);
        page.element("h2", "As it was printed");
        page.element("pre", String.join("\n", report.lines()));
        return page.toString();
    }

    private void writeHeadlines() {
        page.add("<div class=\"cards\">");
        for (Figure figure : report.headlines()) {
            page.add("<div><strong>")
                    .text(figure.value())
                    .add("</strong><span class=\"soft\">")
                    .text(figure.what())
                    .add("</span></div>\n");
        }
        page.add("</div>\n");
    }

    private void writeCurves() {
        List<Latency> measured =
                report.latencies().stream().filter(one -> one.count() > 0).toList();
        if (measured.isEmpty() && report.counts().isEmpty()) {
            return;
        }
        page.element("h2", "Over time");
        page.add("<div class=\"charts\">");
        measured.forEach(latency -> page.add(overTime(latency)));
        if (!measured.isEmpty()) {
            page.add(curve(measured));
        }
        report.counts().stream().filter(one -> !one.perSecond().isEmpty()).forEach(one -> page.add(counted(one)));
        page.add("</div>\n");
    }

    private static String overTime(Latency latency) {
        Map<Long, Map<String, Double>> windows = latency.overTime(MOST_WINDOWS);
        List<Line> lines = new ArrayList<>();
        for (String percentile : SHOWN_PERCENTILES) {
            List<Point> points = new ArrayList<>();
            windows.forEach(
                    (second, figures) -> points.add(new Point((double) second, figures.getOrDefault(percentile, 0.0))));
            lines.add(new Line(percentile, points));
        }
        return chart(latency.what() + ", over time", "milliseconds", lines);
    }

    /** All of them in one drawing, to be compared. */
    private static String curve(List<Latency> latencies) {
        List<Line> lines = new ArrayList<>();
        long count = 0;
        for (Latency latency : latencies) {
            List<Point> points = latency.curve().stream()
                    .map(step -> new Point(step.percentile(), step.millis()))
                    .toList();
            lines.add(new Line(latency.what(), points));
            count = Math.max(count, latency.count());
        }
        return new LineChart(
                        "By percentile",
                        Axis.percentiles("of all took at most", count),
                        Axis.linear("milliseconds", LineChart.most(lines)),
                        lines)
                .svg();
    }

    private static String counted(CountOverTime count) {
        List<Point> points = new ArrayList<>();
        for (long second = 0; second <= count.perSecond().lastKey(); second++) {
            points.add(new Point(
                    (double) second, count.perSecond().getOrDefault(second, 0L).doubleValue()));
        }
        return chart(count.what(), "per second", List.of(new Line(count.what(), points)));
    }

    private static String chart(String title, String unit, List<Line> lines) {
        double last = lines.stream()
                .flatMap(line -> line.points().stream())
                .mapToDouble(Point::x)
                .max()
                .orElse(1);
        return new LineChart(title, Axis.linear("seconds", last), Axis.linear(unit, LineChart.most(lines)), lines)
                .svg();
    }

    private void write(StackUse use) {
        if (use.parts().isEmpty() && use.kafka() == null) {
            return;
        }
        page.element("h2", "The stack meanwhile: " + use.during());
        page.add("<p class=\"soft\">")
                .text("%s s, %s × %s".formatted(Figure.text(use.seconds()), Figure.text(use.count()), use.unit()))
                .add("</p>\n");
        writeParts(use);
        page.add("<div class=\"charts\">");
        if (!use.cpu().isEmpty()) {
            page.add(chart("CPU", "cores", ofEach(use.cpu())));
        }
        KafkaUse kafka = use.kafka();
        if (kafka != null && !kafka.lag().isEmpty()) {
            page.add(chart("Lag of those who read and commit", "records", ofEach(kafka.lag())));
        }
        page.add("</div>\n");
        if (kafka == null) {
            page.add("<p>Kafka: not known</p>\n");
        } else {
            write(use, kafka);
        }
    }

    /** The largest first, as many as there are colours. */
    private static List<Line> ofEach(Map<Double, ? extends Map<String, ? extends Number>> looks) {
        Map<String, List<Point>> points = new TreeMap<>();
        looks.forEach((second, values) -> values.forEach((name, value) ->
                points.computeIfAbsent(name, first -> new ArrayList<>()).add(new Point(second, value.doubleValue()))));
        return points.entrySet().stream()
                .map(entry -> new Line(entry.getKey(), entry.getValue()))
                .filter(line -> line.most() > 0)
                .sorted((one, other) -> Double.compare(other.most(), one.most()))
                .limit(LineChart.COLOURS)
                .toList();
    }

    private void writeParts(StackUse use) {
        long mostCpu = use.parts().values().stream()
                .mapToLong(part -> part.cpuMillis())
                .max()
                .orElse(0);
        long mostMemory = use.parts().values().stream()
                .mapToLong(part -> part.rssPeakMiB())
                .max()
                .orElse(0);
        page.add("<div class=\"wide\"><table><thead><tr><th>process</th><th>CPU ms per ")
                .text(use.unit())
                .add("</th><th>CPU, cores</th><th>memory at most, MiB</th><th>at the beginning</th><th>at the end</th>"
                        + "<th>GC pauses</th></tr></thead><tbody>\n");
        use.parts()
                .forEach((name, part) -> page.add("<tr><td>")
                        .text(name)
                        .add("</td>")
                        .add(HtmlPage.barCell(Figure.text(use.cpuMillisPerOne(part)), share(part.cpuMillis(), mostCpu)))
                        .add(cell(Figure.text(part.cpuMillis() / 1_000.0 / use.seconds())))
                        .add(HtmlPage.barCell(Figure.text(part.rssPeakMiB()), share(part.rssPeakMiB(), mostMemory)))
                        .add(cell(Figure.text(part.rssBeforeMiB())))
                        .add(cell(Figure.text(part.rssMiB())))
                        .add(cell(part.garbageText()))
                        .add("</tr>\n"));
        page.add("<tr><td>all</td>")
                .add(cell(Figure.text(use.perOne(use.cpuMillisInAll()))))
                .add(cell(Figure.text(use.cpuMillisInAll() / 1_000.0 / use.seconds())))
                .add("<td></td><td></td><td></td><td></td></tr>\n</tbody></table></div>\n");
    }

    private void write(StackUse use, KafkaUse kafka) {
        long most = kafka.written().values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        page.add("<div class=\"side\"><table><thead><tr><th>written to topic</th><th>records</th><th>per ")
                .text(use.unit())
                .add("</th></tr></thead><tbody>\n");
        kafka.written().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .forEach(topic -> page.add("<tr><td>")
                        .text(topic.getKey())
                        .add("</td>")
                        .add(HtmlPage.barCell(Figure.text(topic.getValue()), share(topic.getValue(), most)))
                        .add(cell(Figure.text(use.perOne(topic.getValue()))))
                        .add("</tr>\n"));
        page.add("<tr><td>all</td>")
                .add(cell(Figure.text(kafka.writtenInAll())))
                .add(cell(Figure.text(use.perOne(kafka.writtenInAll()))))
                .add(
                        "</tr>\n</tbody></table>\n<table><thead><tr><th>lag of group</th><th>at most</th><th>at the end</th>"
                                + "</tr></thead><tbody>\n");
        kafka.behind()
                .forEach((group, behind) -> page.add("<tr><td>")
                        .text(group)
                        .add("</td>")
                        .add(cell(Figure.text(behind.most())))
                        .add(cell(Figure.text(behind.atEnd())))
                        .add("</tr>\n"));
        page.add("</tbody></table></div>\n");
    }

    private static double share(long value, long most) {
        return most == 0 ? 0 : value / (double) most;
    }

    private static String cell(String text) {
        return "<td>" + HtmlPage.escape(text) + "</td>";
    }
}
