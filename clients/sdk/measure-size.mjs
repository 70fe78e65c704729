// What the SDK adds to a page: everything that an entry point exports, bundled, minified and compressed.
import { build } from 'esbuild';
import { gzipSync } from 'node:zlib';

const LIMIT = 15 * 1024;

async function sizeOf(...entryPoints) {
    const { outputFiles } = await build({
        stdin: {
            contents: entryPoints.map((entry) => `export * from './dist/${entry}.js';`).join('\n'),
            resolveDir: '.',
        },
        bundle: true,
        minify: true,
        format: 'esm',
        target: 'es2022',
        write: false,
    });
    return gzipSync(outputFiles[0].contents, { level: 9 }).length;
}

const own = await sizeOf('index');
const all = await sizeOf('index', 'media');
console.log(`@natter/sdk: ${own} bytes gzipped, ${all} with @natter/sdk/media, at most ${LIMIT}`);
process.exit(all > LIMIT ? 1 : 0);
