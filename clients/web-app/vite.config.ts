import { defineConfig } from 'vite';

// For `npx vite` beside a running stack: the gateway's address is in NATTER_URL.
const gateway = process.env.NATTER_URL?.split(',')[0] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  server: {
    host: '127.0.0.1',
    proxy: { '/v1': { target: gateway, ws: true, changeOrigin: true }, '/app.json': gateway },
  },
  build: { modulePreload: { polyfill: false }, assetsInlineLimit: 0, sourcemap: false },
});
