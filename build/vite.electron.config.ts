import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineConfig, type Plugin } from 'vite'

const root = join(import.meta.dirname, '..')

/** What is started outside the page, each as one CommonJS file in dist/. The key is the mode given to `vite build`. */
export const entries = {
  main: 'electron/main.ts',
  preload: 'electron/preload.ts',
  core: 'electron/coreMain.ts',
  cli: 'electron/cli.ts',
  parser: 'electron/files/parserProcess.ts',
} as const

/** The names of the operations in the place of the operations: to build all their shapes takes longer than to open a window. */
function namesOnly(): Plugin {
  return {
    name: 'operation-names',
    enforce: 'pre',
    async load(id) {
      if (id !== join(root, 'electron/transports/operationNames.ts').replaceAll('\\', '/')) return null
      const file = pathToFileURL(join(root, 'shared/operations/index.ts')).href
      const { operations } = (await import(file)) as { operations: object }
      const names = JSON.stringify(Object.keys(operations))
      return `const names = new Set(${names})\nexport const isOperationName = (name) => names.has(name)\n`
    },
  }
}

/**
 * One entry a build (`--mode main`): a sandboxed preload cannot load a second file, and a core that is one file starts fastest.
 * Only Electron and the native database stay outside.
 */
export default defineConfig(({ mode }) => {
  const entry = entries[mode as keyof typeof entries]
  if (entry === undefined) throw new Error(`--mode must be one of ${Object.keys(entries).join(', ')}`)
  return {
    root,
    publicDir: false,
    plugins: [namesOnly()],
    ssr: { noExternal: true, external: ['electron', 'better-sqlite3'], target: 'node' },
    build: {
      ssr: join(root, entry),
      outDir: join(root, 'dist'),
      emptyOutDir: false,
      target: 'node20',
      minify: mode === 'preload',
      sourcemap: 'hidden',
      reportCompressedSize: false,
      rolldownOptions: {
        output: { format: 'cjs', entryFileNames: `${mode}.cjs`, codeSplitting: false, exports: 'none' },
      },
    },
  }
})
