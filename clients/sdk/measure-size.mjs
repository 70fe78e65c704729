// What the SDK adds to a page: everything that it exports, bundled, minified and compressed.
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';

const LIMIT = 15 * 1024;

const bundle = await build({
    entryPoints: ['dist/index.js'],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    write: false,
});
const bytes = gzipSync(bundle.outputFiles[0].contents, { level: 9 }).length;
console.log(`@natter/sdk: ${bytes} bytes gzipped, at most ${LIMIT}`);
process.exit(bytes > LIMIT ? 1 : 0);
