package chat.natter.gateway.status;

import chat.natter.contract.Digests;
import java.util.Base64;

/** How the page looks, in light and dark, and the policy that lets a browser take this and nothing else. */
final class PageStyle {
    static final String CSS = """
            :root {
              color-scheme: light dark;
              --ground: #f5f6f8; --card: #fff; --ink: #1b1f24; --quiet: #57606a; --line: #d9dee4;
              --well: #1a7f37; --bad: #b3261e; --busy: #8a5a00; --all-well: #1a7f37; --not-well: #b3261e;
              font: 15px/1.5 system-ui, sans-serif;
            }
            @media (prefers-color-scheme: dark) {
              :root {
                --ground: #0f1318; --card: #181d24; --ink: #e6eaf0; --quiet: #9aa4b1; --line: #2c333d;
                --well: #5bd07f; --bad: #ff8a80; --busy: #f0b64d; --all-well: #14532d; --not-well: #8c1d18;
              }
            }
            body { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1rem; background: var(--ground); color: var(--ink); }
            .verdict { padding: 1rem 1.25rem; border-radius: .75rem; color: #fff; background: var(--not-well); }
            .verdict.well { background: var(--all-well); }
            .verdict h1 { margin: 0; font-size: 1.5rem; line-height: 1.25; }
            .verdict p, .verdict ul { margin: .25rem 0 0; }
            .verdict ul { padding-left: 1.25rem; }
            h2 { margin: 1.75rem 0 .5rem; font-size: 1rem; }
            .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr)); gap: .75rem; margin: 1rem 0 0; }
            .figures div, .table { border: 1px solid var(--line); border-radius: .75rem; background: var(--card); }
            .figures div { padding: .75rem 1rem; }
            dt { color: var(--quiet); font-size: .85rem; }
            dd { margin: 0; font-size: 1.5rem; line-height: 1.3; font-variant-numeric: tabular-nums; white-space: nowrap; }
            small { color: var(--quiet); font-size: .85rem; }
            .parts { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: .75rem 0 0; padding: 0; list-style: none; }
            .table { overflow-x: auto; }
            table { border-collapse: collapse; width: 100%; font-variant-numeric: tabular-nums; }
            th, td { padding: .45rem 1rem; text-align: left; white-space: nowrap; }
            thead th { color: var(--quiet); font-size: .85rem; font-weight: 500; }
            tbody th { font-weight: 500; }
            tbody tr > * { border-top: 1px solid var(--line); }
            .number { text-align: right; }
            .none, footer { color: var(--quiet); }
            .good { color: var(--well); }
            .bad { color: var(--bad); font-weight: 600; }
            .busy { color: var(--busy); font-weight: 600; }
            time { text-decoration: underline dotted; text-underline-offset: .2em; cursor: help; }
            footer { margin-top: 1.5rem; font-size: .85rem; }
            """;

    /** Nothing may be loaded or run; the page's own style is known by its hash. */
    static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(CSS)
            + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private PageStyle() {}

    private static String sha256(String style) {
        return Base64.getEncoder().encodeToString(Digests.sha256(style));
    }
}
