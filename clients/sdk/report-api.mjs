// What others build on: the declarations of everything that the SDK exports, without comments, in api.txt. A change there
// is a change of the API, to be seen in a review. `node report-api.mjs --write` takes it over.
import { readFile, writeFile } from 'node:fs/promises';

const REPORT = 'api.txt';

const index = await readFile('dist/index.d.ts', 'utf8');
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
const report = `${index.trim()}\n\n${parts.join('\n')}`;
if (process.argv.includes('--write')) {
    await writeFile(REPORT, report);
} else if ((await readFile(REPORT, 'utf8').catch(() => '')) !== report) {
    console.error(`The API is another than ${REPORT} says. If it is meant: node report-api.mjs --write`);
    process.exit(1);
}
