import {readFileSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {crx, type ManifestV3Export} from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import {build, defineConfig, type Plugin, type ResolvedConfig, type Rolldown, type UserConfig} from 'vite';
import manifest from './manifest.json' with {type: 'json'};
import {gitlabIcons} from './scripts/gitlab-icons.ts';
import {bundledPackages, licensesText} from './scripts/licenses.ts';
import {createRegistry} from './src/browser/chunks.ts';
import type {Message} from './src/browser/messages.ts';

type Target = 'chromium' | 'firefox';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** What Firefox wants otherwise: an event page for the worker, and its own names for id and least versions. */
function manifestFor(target: Target): ManifestV3Export {
  if (target === 'chromium') return {...manifest, minimum_chrome_version: '116'} as ManifestV3Export;
  return {
    ...manifest,
    background: {scripts: [manifest.background.service_worker], type: 'module'},
    browser_specific_settings: {
      gecko: {
        id: 'csm-checklist@csm-checklist.invalid',
        strict_min_version: '140.0',
        data_collection_permissions: {required: ['none']},
      },
      gecko_android: {strict_min_version: '142.0'},
    },
  } as unknown as ManifestV3Export;
}

/** Large dependencies of dependencies of which next to nothing is used; each stand-in says why it is enough. */
const standIns = {
  ...Object.fromEntries(
    ['qs', 'rate-limiter-flexible', 'picomatch-browser', 'xcase'].map(name => [
      name,
      here(`src/gitlab/stand-ins/${name}.ts`),
    ]),
  ),
  '@lezer/highlight': here('src/placeholders/stand-ins/lezer-highlight.ts'),
};

/**
 * Takes Preact's `dangerouslySetInnerHTML` out of the bundle: the panel has no use for it, the add-on stores' checkers warn of
 * it, and what is not there cannot be misused.
 */
function withoutInnerHtml(): Plugin {
  return {
    name: 'without-inner-html',
    enforce: 'pre',
    transform(code, id) {
      if (!/node_modules\/preact\/dist\/preact/.test(id)) return undefined;
      return {code: code.replaceAll('.innerHTML', '.textContent'), map: null};
    },
  };
}

const shared = {
  resolve: {alias: standIns},
  plugins: [withoutInnerHtml(), gitlabIcons(), preact()],
} satisfies UserConfig;

/** What the registry of chunks asks the background with. Its text is in the build, so it uses nothing but the platform. */
const inject = async (chunk: string): Promise<unknown> => {
  const message: Message = {type: 'load', chunk};
  return chrome.runtime.sendMessage(message);
};

/**
 * Where the scripts of a page find the registry of their chunks. All run in the extension's own world, which the page does not see.
 * An element with this id would be found in its place, so only what we put there ourselves counts.
 */
const registry = 'globalThis.csmChecklist';
const ensureRegistry = `Object.hasOwn(globalThis, 'csmChecklist') || (${registry} = (${createRegistry})(${inject}));`;

/**
 * The panel's script in chunks: classic scripts beside the extension's own files, injected on demand, which no page can load or detect.
 * Rolldown writes an `import()` as a promise for `require()`, and each chunk is wrapped so that the registry's `require` is the one it
 * calls.
 */
async function buildChunks({build: {minify, sourcemap}}: ResolvedConfig): Promise<Rolldown.OutputBundle[string][]> {
  const result = await build({
    ...shared,
    resolve: {
      alias: {...standIns, 'webextension-polyfill': here('src/browser/stand-ins/webextension-polyfill.ts')},
    },
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      write: false,
      target: 'es2023',
      minify,
      sourcemap,
      // As a library, so that Vite's own helper for imports stays away: it would put a <link> into the page.
      lib: {
        entry: {panel: here('src/app/main.tsx')},
        formats: ['cjs'],
        fileName: (_format, name) => `${name}.js`,
      },
      rolldownOptions: {
        preserveEntrySignatures: false,
        output: {
          strict: true,
          generatedCode: {symbols: false},
          chunkFileNames: ({name}) => `${name.toLowerCase()}.js`,
          codeSplitting: {
            groups: [
              {name: 'panel', tags: ['$initial']},
              // Read by its own import on a project's page, so nothing else comes with it: what fills in comes with the forms.
              {
                name: 'finder',
                test: /\/src\/placeholders\/(?!(?:align-places|as-markdown|fill|suggest)\.)|\/@lezer\//,
                minShareCount: 2,
              },
            ],
          },
          banner: ({fileName, isEntry}) =>
            `${isEntry ? ensureRegistry : ''}\n${registry}.define('${fileName}', (require, exports) => {`,
          footer: ({fileName, isEntry}) => `});${isEntry ? `\n${registry}.start('${fileName}');` : ''}`,
        },
      },
    },
  });
  return [result].flat().flatMap(part => ('output' in part ? part.output : []));
}

/** The files that bring each chunk, in their order: those it imports, unless they are the panel's, and its own. */
function filesOf(output: readonly Rolldown.OutputBundle[string][]): Map<string, readonly string[]> {
  const chunks = new Map(output.flatMap(part => (part.type === 'chunk' ? [[part.fileName, part] as const] : [])));
  const entry = [...chunks.values()].find(({isEntry}) => isEntry)?.fileName;
  const withImports = (name: string, seen: Set<string>): Set<string> => {
    if (seen.has(name)) return seen;
    seen.add(name);
    for (const other of chunks.get(name)?.imports ?? []) withImports(other, seen);
    return seen;
  };
  const ofEntry = withImports(entry ?? '', new Set());
  return new Map(
    [...chunks.keys()].map(name => {
      const files = [...withImports(name, new Set())].reverse();
      return [name, name === entry ? files : files.filter(file => !ofEntry.has(file))];
    }),
  );
}

/** Ids of the modules of which something is in these files. */
function modulesIn(output: readonly Rolldown.OutputBundle[string][]): string[] {
  return output.flatMap(part => (part.type === 'chunk' ? part.moduleIds : []));
}

/**
 * Builds the panel's script, puts its files into the build and tells the background of them as `virtual:chunks`.
 *
 * @param bundled gets the ids of the script's modules
 */
function chunks(bundled: Set<string>): Plugin {
  const id = '\0virtual:chunks';
  let config: ResolvedConfig;
  return {
    name: 'chunks',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    resolveId(source) {
      return source === 'virtual:chunks' ? id : undefined;
    },
    async load(asked) {
      if (asked !== id) return undefined;
      const output = await buildChunks(config);
      for (const module of modulesIn(output)) bundled.add(module);
      for (const part of output) {
        this.emitFile({
          type: 'asset',
          fileName: part.fileName,
          source: part.type === 'chunk' ? part.code : part.source,
        });
      }
      return `export const chunks = new Map(${JSON.stringify([...filesOf(output)])});`;
    },
  };
}

/**
 * Puts our license into the build, and those of all packages that have code in it. The launcher has none of them: a test looks.
 *
 * @param bundled ids of modules that come from a build inside of this one
 */
function licenses(bundled: ReadonlySet<string>): Plugin {
  return {
    name: 'licenses',
    apply: 'build',
    generateBundle(_options, bundle) {
      const packages = bundledPackages([...bundled, ...modulesIn(Object.values(bundle))]);
      this.emitFile({type: 'asset', fileName: 'LICENSE', source: readFileSync(here('LICENSE'))});
      this.emitFile({type: 'asset', fileName: 'THIRD-PARTY-LICENSES.txt', source: licensesText(packages)});
    },
  };
}

/** The placeholders alone, for other programs: one module without dependencies that plain Node can import. */
const libraryConfig: UserConfig = {
  resolve: {alias: standIns},
  publicDir: false,
  plugins: [licenses(new Set())],
  build: {
    outDir: here('dist/lib'),
    emptyOutDir: true,
    target: 'es2023',
    minify: false,
    lib: {entry: here('src/placeholders/index.ts'), formats: ['es'], fileName: () => 'placeholders.js'},
  },
};

export default defineConfig(({mode}) => {
  if (mode === 'lib') return libraryConfig;
  const target: Target = mode === 'firefox' ? 'firefox' : 'chromium';
  const outDir = here(`dist/${target}`);
  const bundled = new Set<string>();
  return {
    ...shared,
    plugins: [
      ...shared.plugins,
      crx({
        manifest: manifestFor(target),
        browser: target === 'firefox' ? 'firefox' : 'chrome',
        contentScripts: {standaloneFiles: ['src/content.ts']},
      }),
      chunks(bundled),
      licenses(bundled),
    ],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: false,
      // The build inside of this one takes most of its time, as it should.
      rolldownOptions: {checks: {bundlerTimings: false}},
    },
  };
});
