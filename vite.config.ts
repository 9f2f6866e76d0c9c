import {fileURLToPath} from 'node:url';
import {crx, type ManifestV3Export} from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import {build, defineConfig, type InlineConfig, type Plugin, type UserConfig} from 'vite';
import manifest from './manifest.json' with {type: 'json'};

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
    ['qs', 'rate-limiter-flexible', 'picomatch-browser'].map(name => [name, here(`src/gitlab/stand-ins/${name}.ts`)]),
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

/** The panel as one classic script beside the extension's own files, injected on demand: no page can load or detect it. */
function panelConfig(outDir: string): InlineConfig {
  return {
    ...shared,
    resolve: {
      alias: {...standIns, 'webextension-polyfill': here('src/browser/stand-ins/webextension-polyfill.ts')},
    },
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {'process.env.NODE_ENV': '"production"'},
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      lib: {
        entry: here('src/panel/main.tsx'),
        formats: ['iife'],
        name: 'csmChecklistPanel',
        fileName: () => 'panel.js',
      },
    },
  };
}

function panel(outDir: string): Plugin {
  return {
    name: 'panel',
    apply: 'build',
    async closeBundle() {
      await build(panelConfig(outDir));
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
