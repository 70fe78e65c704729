import { build } from 'esbuild';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** As strict as a gateway's: what would need more than this would not run there. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  'media-src blob:',
  "connect-src 'self'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');
const HTML = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Natter</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/page.css"></head>
<body><natter-chat></natter-chat><script type="module" src="/page.js"></script></body></html>`;
const CSS = `:root { color-scheme: light dark } html, body { margin: 0; height: 100% } natter-chat { height: 100vh }`;

/** Serves the page that shows the components. */
export async function servePage(): Promise<{ readonly url: string; readonly stop: () => void }> {
  const bundle = await build({
    entryPoints: [fileURLToPath(new URL('page.ts', import.meta.url))],
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
  });
  const files: Readonly<Record<string, readonly [string, string]>> = {
    '/': ['text/html; charset=utf-8', HTML],
    '/page.js': ['text/javascript; charset=utf-8', bundle.outputFiles[0]!.text],
    '/page.css': ['text/css', CSS],
    '/favicon.ico': ['image/x-icon', ''],
    // Takes what is uploaded.
    '/storage': ['text/plain', ''],
  };
  const server: Server = createServer((request, response) => {
    const file = files[new URL(request.url!, 'http://natter').pathname];
    response.writeHead(file === undefined ? 404 : 200, {
      'Content-Type': file?.[0] ?? 'text/plain',
      'Content-Security-Policy': POLICY,
    });
    response.end(file?.[1] ?? '');
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: () => void server.close(),
  };
}
