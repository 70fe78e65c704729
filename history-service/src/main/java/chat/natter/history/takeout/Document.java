package chat.natter.history.takeout;

import chat.natter.contract.Digests;
import java.util.Base64;

/**
 * What every page of a package begins and ends with. The policy in it lets a browser load nothing at all, and apply
 * this one style sheet, known by its hash: whatever somebody may have got into a message, it does nothing.
 */
final class Document {
    private static final String STYLE = """
        :root{color-scheme:light dark;--dim:#667085;--line:#d0d5dd;--own:#e6f0ff}
        @media(prefers-color-scheme:dark){:root{--dim:#98a2b3;--line:#344054;--own:#12325f}}
        body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem}
        header,nav,footer,time,.reply,.note,.reactions{color:var(--dim);font-size:.875rem}
        h1{margin:.5rem 0}h2{font-size:1rem;text-align:center;border-top:1px solid var(--line);padding-top:1rem}
        article{margin:.75rem 0}article.own{background:var(--own);border-radius:.5rem;padding:.25rem .75rem}
        article p{margin:.125rem 0;white-space:pre-wrap;overflow-wrap:anywhere}
        article.event{text-align:center;color:var(--dim);font-size:.875rem}
        article:target{outline:2px solid}
        .reply{border-inline-start:3px solid var(--line);padding-inline-start:.5rem;overflow-wrap:anywhere}
        .reactions{margin:0;padding:0;list-style:none}nav{display:flex;gap:1rem;flex-wrap:wrap}
        table{border-collapse:collapse;width:100%}td,th{text-align:start;padding:.375rem;border-bottom:1px solid var(--line)}
        """.replace("\n", "");

    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + sha256(STYLE) + "'; base-uri 'none'; form-action 'none'";

    private Document() {}

    static Html begin(String title) {
        return new Html()
                .raw("""
                    <!DOCTYPE html>
                    <html lang="en">
                    <head>
                    <meta charset="utf-8">
                    <meta http-equiv="Content-Security-Policy\"\
                    """)
                .attribute("content", POLICY)
                .raw("""
                    >
                    <meta name="referrer" content="no-referrer">
                    <meta name="viewport" content="width=device-width, initial-scale=1">
                    <title>\
                    """)
                .text(title)
                .raw("</title>\n<style>")
                .raw(STYLE)
                .raw("""
                    </style>
                    </head>
                    <body>
                    """);
    }

    static String end(Html page) {
        return page.raw("""
            </body>
            </html>
            """).toString();
    }

    private static String sha256(String text) {
        return Base64.getEncoder().encodeToString(Digests.sha256(text));
    }
}
