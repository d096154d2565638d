package dev.plankton.gateway;

import org.apache.commons.text.StringEscapeUtils;

/** Parts of our own pages. */
final class Html {
    private static final String PAGE = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><title>%1$s</title>
            <link rel="icon" href="data:,">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <style>
            body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 75rem; padding: 0 1rem; color: #1b2a33 }
            h1 { font-size: 1.4rem } h2 { font-size: 1.1rem; margin-top: 2rem }
            table { border-collapse: collapse; width: 100%% } th, td { text-align: left; padding: .4rem .6rem; vertical-align: top }
            th { border-bottom: 2px solid #9db4c0; font-weight: 600 } td { border-bottom: 1px solid #dde6ea }
            td.number { text-align: right; font-variant-numeric: tabular-nums }
            code { font-size: .92em } a { color: #0b6285 } .quiet { color: #5d717b }
            .FAILED { color: #a4262c } .COMPLETED { color: #1f6f43 } .RUNNING { color: #0b6285 }
            input { font: inherit; padding: .3rem; width: 24rem; max-width: 100%% } button { font: inherit; padding: .3rem .8rem }
            nav a { margin-right: 1.2rem }
            </style></head>
            <body><nav><a href="/">Runs</a><a href="/executions">Conductor</a><a href="/inputs">Inputs</a></nav>
            <h1>%1$s</h1>
            %2$s
            </body></html>
            """;

    private Html() {}

    /** @param body already in HTML */
    static String page(String title, String body) {
        return PAGE.formatted(escape(title), body);
    }

    static String escape(String text) {
        return StringEscapeUtils.escapeXml10(text);
    }
}
