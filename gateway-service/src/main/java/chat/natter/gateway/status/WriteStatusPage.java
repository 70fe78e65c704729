package chat.natter.gateway.status;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/** The status as one page without scripts, which loads itself again every few seconds. */
final class WriteStatusPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
            body { max-width: 56rem; margin: 2rem auto; padding: 0 1rem; }
            .verdict { padding: .75rem 1rem; border-radius: .5rem; color: #fff; background: #b3261e; }
            .verdict.well { background: #1b6e3c; }
            .verdict h1 { margin: 0; font-size: 1.4rem; }
            .verdict ul { margin: .25rem 0 0; padding-left: 1.25rem; }
            h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
            th, td { padding: .35rem .75rem .35rem 0; text-align: left; border-bottom: 1px solid #8886; }
            .silent { color: #d93025; font-weight: 600; }
            """;

    /** Nothing may be loaded or run; the page's own style is known by its hash. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private WriteStatusPage() {}

    static String of(Status status) {
        Status.Self self = status.self();
        Rates.PerSecond rates = status.rates();
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta http-equiv="refresh" content="5">
                <title>%1$s: %2$s</title>
                <style>%3$s</style>
                %4$s
                <h2>This gateway: %1$s</h2>
                <table>
                <tr><th>Version<td>%5$s
                <tr><th>Running since<td>%6$s
                <tr><th>Sockets<td>%7$d
                <tr><th>Draining<td>%8$s
                <tr><th>Frames in, per second<td>%9$s
                <tr><th>Frames out, per second<td>%10$s
                <tr><th>Refused, per second<td>%11$s
                <tr><th>Messages delivered, per second<td>%12$s
                <tr><th>From the author's gateway to the reader's socket, mean<td>%13$s
                </table>
                %14$s
                %15$s
                </html>
                """.formatted(
                        text(self.gatewayId()),
                        status.findings().isEmpty() ? "all is well" : "look here",
                        STYLE,
                        verdict(status.findings()),
                        text(self.version()),
                        text(self.startedAt().toString()),
                        self.sockets(),
                        self.draining() ? "yes" : "no",
                        number(rates.framesIn()),
                        number(rates.framesOut()),
                        number(rates.refused()),
                        number(rates.delivered()),
                        rates.delivered() == 0 ? "–" : number(rates.deliveryMillis()) + " ms",
                        status.gateways().map(WriteStatusPage::gateways).orElse(""),
                        status.lag().map(WriteStatusPage::lag).orElse(""));
    }

    private static String verdict(List<String> findings) {
        if (findings.isEmpty()) {
            return "<div class=\"verdict well\"><h1>All is well</h1></div>";
        }
        StringBuilder list = new StringBuilder();
        findings.forEach(finding -> list.append("<li>").append(text(finding)));
        return "<div class=\"verdict\"><h1>Not all is well</h1><ul>" + list + "</ul></div>";
    }

    private static String gateways(List<Peer> gateways) {
        StringBuilder rows = new StringBuilder();
        for (Peer gateway : gateways) {
            rows.append("<tr><td>%s<td>%s<td%s>%s<td>%d<td>%s<td>%s s ago\n"
                    .formatted(
                            text(gateway.gatewayId()),
                            gateway.version().isEmpty() ? "–" : text(gateway.version()),
                            gateway.isSilent() ? " class=\"silent\"" : "",
                            text(gateway.state()),
                            gateway.sockets(),
                            text(gateway.epoch()),
                            number(gateway.silentMillis() / 1_000.0)));
        }
        return "<h2>All gateways</h2>\n<table>\n"
                + "<tr><th>Gateway<th>Version<th>State<th>Sockets<th>Epoch (start)<th>Last heartbeat\n" + rows
                + "</table>";
    }

    private static String lag(List<Lag> behind) {
        StringBuilder rows = new StringBuilder();
        for (Lag lag : behind) {
            rows.append("<tr><td>%s<td>%s<td>%d\n".formatted(text(lag.group()), text(lag.topic()), lag.records()));
        }
        return "<h2>What waits in Kafka</h2>\n<table>\n<tr><th>For<th>Topic<th>Records\n" + rows + "</table>";
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }

    private static String text(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String sha256(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
