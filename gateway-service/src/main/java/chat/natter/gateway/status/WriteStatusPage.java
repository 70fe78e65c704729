package chat.natter.gateway.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The status as one page without scripts, which loads itself again every few seconds. */
final class WriteStatusPage {
    private static final String NOTHING = "–";

    private WriteStatusPage() {}

    static String of(Status status) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <meta http-equiv="refresh" content="5">
                <title>%s: %s</title>
                <style>%s</style>
                </head>
                <body>
                %s
                <main>
                %s
                %s
                %s
                %s
                </main>
                <footer>As of %s. Rates are of the last minute; a delivery lasts from the author's gateway to the reader's socket.
                The page loads itself again every 5 s.</footer>
                </body>
                </html>
                """.formatted(
                text(status.self().gatewayId()),
                status.findings().isEmpty() ? "all is well" : "look here",
                PageStyle.CSS,
                verdict(status),
                figures(status.self(), status.rates()),
                parts(status.self().parts()),
                status.gateways().map(gateways -> gateways(gateways, status)).orElse(""),
                status.lag().map(WriteStatusPage::lag).orElse(""),
                Figures.utc(status.at()));
    }

    private static String verdict(Status status) {
        Status.Self self = status.self();
        List<String> findings = status.findings();
        StringBuilder list = new StringBuilder();
        findings.forEach(finding -> list.append("<li>").append(text(finding)).append("</li>\n"));
        return """
                <header class="verdict%s">
                <h1>%s</h1>
                <p>%s, version %s, running for %s</p>
                %s</header>""".formatted(
                        findings.isEmpty() ? " well" : "",
                        findings.isEmpty() ? "All is well" : "Not all is well",
                        text(self.gatewayId()),
                        text(self.version()),
                        time(self.startedAt(), passed(self.startedAt(), status.at())),
                        findings.isEmpty() ? "" : "<ul>\n" + list + "</ul>\n");
    }

    private static String figures(Status.Self self, Rates.PerSecond rates) {
        return "<dl class=\"figures\">\n"
                + figure("Sockets", Figures.count(self.sockets()), "")
                + figure("Frames in", Figures.decimal(rates.framesIn()), "/s")
                + figure("Frames out", Figures.decimal(rates.framesOut()), "/s")
                + figure("Refused", Figures.decimal(rates.refused()), "/s")
                + figure("Delivered", Figures.decimal(rates.delivered()), "/s")
                + figure(
                        "Delivery, mean", rates.delivered() == 0 ? NOTHING : Figures.millis(rates.deliveryMillis()), "")
                + "</dl>";
    }

    private static String figure(String name, String value, String unit) {
        return "<div><dt>%s</dt><dd>%s%s</dd></div>\n"
                .formatted(name, text(value), unit.isEmpty() ? "" : " <small>" + unit + "</small>");
    }

    private static String parts(Status.Parts parts) {
        return "<ul class=\"parts\">\n"
                + part("Keys of auth-service", parts.signingKeys())
                + part("Deliveries from Kafka", parts.deliveries())
                + part("Public port", parts.publicPort())
                + part("Heartbeats", parts.contact())
                + "</ul>";
    }

    private static String part(String name, boolean isThere) {
        return isThere
                ? "<li><span class=\"good\">✓</span> " + name + "</li>\n"
                : "<li class=\"bad\">✗ " + name + "</li>\n";
    }

    private static String gateways(List<Peer> gateways, Status status) {
        StringBuilder rows = new StringBuilder();
        for (Peer gateway : gateways) {
            rows.append("<tr><th scope=\"row\">%s%s</th><td>%s</td><td%s>%s</td><td class=\"number\">%s</td>"
                            .formatted(
                                    text(gateway.gatewayId()),
                                    gateway.gatewayId().equals(status.self().gatewayId())
                                            ? " <small>this one</small>"
                                            : "",
                                    gateway.version().isEmpty() ? NOTHING : text(gateway.version()),
                                    emphasis(gateway.state()),
                                    text(gateway.state()),
                                    Figures.count(gateway.sockets())))
                    .append("<td class=\"number\">%s</td><td class=\"number\">%s</td></tr>\n"
                            .formatted(
                                    ago(gateway.startedAt(), status.at()),
                                    ago(status.at().minusMillis(gateway.silentMillis()), status.at())));
        }
        return """
                <h2>All gateways</h2>
                <div class="table"><table>
                <thead><tr><th>Gateway</th><th>Version</th><th>State</th><th class="number">Sockets</th>\
                <th class="number">Started</th><th class="number">Last heartbeat</th></tr></thead>
                <tbody>
                %s</tbody>
                </table></div>""".formatted(rows);
    }

    private static String emphasis(String state) {
        return switch (state) {
            case "silent" -> " class=\"bad\"";
            case "draining" -> " class=\"busy\"";
            default -> "";
        };
    }

    private static String lag(List<Lag> behind) {
        StringBuilder rows = new StringBuilder();
        for (Lag lag : behind) {
            rows.append("<tr%s><th scope=\"row\">%s</th><td>%s</td><td class=\"number\">%s</td></tr>\n"
                    .formatted(
                            lag.records() == 0 ? " class=\"none\"" : "",
                            text(lag.group()),
                            text(lag.topic()),
                            Figures.count(lag.records())));
        }
        return """
                <h2>What waits in Kafka</h2>
                <div class="table"><table>
                <thead><tr><th>For</th><th>Topic</th><th class="number">Records</th></tr></thead>
                <tbody>
                %s</tbody>
                </table></div>""".formatted(rows);
    }

    private static String ago(Instant then, Instant now) {
        return time(then, passed(then, now) + " ago");
    }

    /** A clock that is behind another's is no reason for a minus. */
    private static String passed(Instant then, Instant now) {
        return Figures.duration(then.isAfter(now) ? Duration.ZERO : Duration.between(then, now));
    }

    /** The point in time itself is there for who asks. */
    private static String time(Instant at, String said) {
        return "<time datetime=\"%s\" title=\"%s\">%s</time>".formatted(at, Figures.utc(at), said);
    }

    private static String text(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
