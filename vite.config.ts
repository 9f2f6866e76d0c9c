import {fileURLToPath, pathToFileURL} from 'node:url';
import {crx, type ManifestV3Export} from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import {build, defineConfig, type InlineConfig, type Plugin, type UserConfig} from 'vite';
import manifest from './manifest.json' with {type: 'json'};
import {handedOver} from './src/panel/handed-over.ts';

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
  plugins: [withoutInnerHtml(), preact()],
} satisfies UserConfig;

/** What the forms and the portfolio take from the panel's script instead of having it themselves. */
function fromPanel(): Plugin {
  const files: Readonly<Record<string, keyof typeof handedOver>> = {
    [here('src/placeholders/find.ts')]: 'finder',
    [here('src/gitlab/errors.ts')]: 'errors',
    [here('src/browser/storage.ts')]: 'storage',
    [here('src/browser/hold.ts')]: 'hold',
    [here('src/browser/extension.ts')]: 'extension',
    [here('src/browser/kept.ts')]: 'kept',
    [here('src/checks/index.ts')]: 'checks',
    [here('src/checks/customer.ts')]: 'customer',
    [here('src/changes/words.ts')]: 'words',
    [here('src/workspace/locate.ts')]: 'locate',
    [here('src/gitlab/gitlab.ts')]: 'gitlab',
    [here('src/facts/gather.ts')]: 'gather',
    [here('src/panel/components/RowItem.tsx')]: 'rowItem',
  };
  const isHandedOver = (name: string): name is keyof typeof handedOver => name in handedOver;
  const prefix = '\0from-panel:';
  return {
    name: 'from-panel',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (isHandedOver(source)) return prefix + source;
      if (!source.startsWith('.') || importer === undefined) return undefined;
      const file = files[fileURLToPath(new URL(source, pathToFileURL(importer)))];
      return file && prefix + file;
    },
    load(id) {
      const name = id.slice(prefix.length);
      if (!id.startsWith(prefix) || !isHandedOver(name)) return undefined;
      return `export const {${handedOver[name].join(', ')}} = globalThis.csmChecklistParts[${JSON.stringify(name)}];`;
    },
  };
}

/** One classic script beside the extension's own files, injected on demand: no page can load or detect it. */
function scriptConfig(outDir: string, entry: string, fileName: string, plugins: readonly Plugin[] = []): InlineConfig {
  return {
    ...shared,
    plugins: [...plugins, ...shared.plugins],
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      lib: {
        entry: here(entry),
        formats: ['iife'],
        name: 'csmChecklist',
        fileName: () => fileName,
      },
    },
  };
}

/** The panel's scripts, after the rest was built. */
function panel(outDir: string): Plugin {
  return {
    name: 'panel',
    apply: 'build',
    async closeBundle() {
      await build(scriptConfig(outDir, 'src/panel/main.tsx', 'panel.js'));
      await build(scriptConfig(outDir, 'src/panel/forms.tsx', 'forms.js', [fromPanel()]));
      await build(scriptConfig(outDir, 'src/portfolio/script.tsx', 'portfolio.js', [fromPanel()]));
    },
  };
}

/** The placeholders alone, for other programs: one module without dependencies that plain Node can import. */
const libraryConfig: UserConfig = {
  resolve: {alias: standIns},
  publicDir: false,
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
  return {
    ...shared,
    plugins: [
      ...shared.plugins,
      crx({
        manifest: manifestFor(target),
        browser: target === 'firefox' ? 'firefox' : 'chrome',
        contentScripts: {standaloneFiles: ['src/content.ts']},
      }),
      panel(outDir),
    ],
    build: {outDir, emptyOutDir: true, target: 'es2023', modulePreload: false},
  };
});
