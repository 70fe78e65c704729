package chat.natter.load.report;

/** A page of its own, readable in light and dark; everything that is not markup is escaped by who writes it. */
public final class HtmlPage {
    private static final String STYLE = """
            :root { color-scheme: light dark; --ink: #1d2330; --soft: #5b6478; --line: #dfe3ea; --paper: #fff; --card: #f5f6f9;
              --bar: #4467c4; --good: #1a7f4b; --bad: #b3261e;
              --c0: #2a78d6; --c1: #d9622b; --c2: #1b9e72; --c3: #8a5fd0; --c4: #b98900; --c5: #d55181; --c6: #5f7a1f; --c7: #6b7280; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e3e6ee; --soft: #9aa3b7; --line: #2c3242; --paper: #14171f; --card: #1c202b;
                --bar: #7d9bf0; --good: #57c98a; --bad: #f2827b;
                --c0: #5b9bf0; --c1: #ef8a56; --c2: #3dc295; --c3: #a98aec; --c4: #dcae2e; --c5: #e97da4; --c6: #9dbb52; --c7: #9ca3af; }
            }
            body { font: 15px/1.45 system-ui, sans-serif; margin: 2rem auto; padding: 0 1.5rem; max-width: 72rem;
              color: var(--ink); background: var(--paper); }
            h1 { margin: 0 0 .3rem; } h2 { margin: 2.4rem 0 .6rem; } h3 { margin: 1.4rem 0 .4rem; font-size: 1rem; }
            p { margin: .3rem 0; } .soft { color: var(--soft); } code, pre { font-size: 13px; }
            table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
            th, td { padding: .3rem .8rem; text-align: right; border-bottom: 1px solid var(--line); }
            th:first-child, td:first-child { text-align: left; }
            thead th { color: var(--soft); font-weight: 500; vertical-align: bottom; }
            tbody th { padding-top: 1.2rem; text-align: left; }
            i.bar { display: block; height: 5px; margin-left: auto; border-radius: 2px; background: var(--bar); }
            td.failed { color: var(--bad); text-align: left; }
            .wide { overflow-x: auto; }
            """;

    private final StringBuilder body = new StringBuilder();
    private final String title;
    private final String style;

    /**
     * An empty page.
     *
     * @param style rules beside those of all pages
     */
    public HtmlPage(String title, String style) {
        this.title = title;
        this.style = style;
    }

    /** Adds markup as it is. */
    public HtmlPage add(String markup) {
        body.append(markup);
        return this;
    }

    /** Adds text, escaped. */
    public HtmlPage text(String text) {
        return add(escape(text));
    }

    /** An element that holds only that text. */
    public HtmlPage element(String name, String text) {
        return add("<" + name + ">").text(text).add("</" + name + ">\n");
    }

    /**
     * A cell of a table with a bar below its text.
     *
     * @param share 0 to 1
     */
    public static String barCell(String text, double share) {
        return "<td>%s<i class=\"bar\" style=\"width:%s%%\"></i></td>"
                .formatted(escape(text), Svg.number(100 * Math.max(0, Math.min(1, share))));
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escape(title)
                + "</title>\n<style>\n" + STYLE + style + "</style></head><body>\n" + body + "</body></html>\n";
    }
}
