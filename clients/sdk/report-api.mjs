// What others build on: the declarations of everything that the SDK exports, without comments, in api.txt. A change there
// is a change of the API, to be seen in a review. `node report-api.mjs --write` takes it over.
import { readFile, writeFile } from 'node:fs/promises';

const REPORT = 'api.txt';
const ENTRY_POINTS = ['index', 'media'];

async function report(entryPoint) {
    const index = await readFile(`dist/${entryPoint}.d.ts`, 'utf8');
    const modules = [...index.matchAll(/from '\.\/(.+)\.js'/g)].map((match) => match[1]);
    const parts = await Promise.all(
        modules.map(async (module) => {
            const declarations = (await readFile(`dist/${module}.d.ts`, 'utf8'))
                .replace(/\/\*[\s\S]*?\*\//g, '')
                .split('\n')
                .filter(
                    (line) =>
                        line.trim() !== '' &&
                        !/^\s*(#private;|private )/.test(line) &&
                        !/^(import|export \{\};)/.test(line),
                );
            return `// ${module}\n${declarations.join('\n')}\n`;
        }),
    );
    return `${index.trim()}\n\n${parts.join('\n')}`;
}

const now = (await Promise.all(ENTRY_POINTS.map(report))).join('\n');
if (process.argv.includes('--write')) {
    await writeFile(REPORT, now);
} else if ((await readFile(REPORT, 'utf8').catch(() => '')) !== now) {
    console.error(`The API is another than ${REPORT} says. If it is meant: node report-api.mjs --write`);
    process.exit(1);
}
