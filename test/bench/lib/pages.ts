import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import { extname, join, normalize } from 'node:path'
import { tempFolder } from './folders.ts'

const bench = join(import.meta.dirname, '..')
const types: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Installs the anchors' packages where they are missing. They belong to the benchmarks and never to the product. */
function installAnchors(): void {
  if (existsSync(join(bench, 'node_modules/vis-timeline'))) return
  process.stderr.write('installing the anchors of the benchmarks …\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['ci', '--no-audit', '--no-fund'], {
    cwd: bench,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
}

export type Pages = { url: (name: 'ours' | 'vis') => string; close: () => Promise<void> }

/** Builds the two pages as the product is built, for production, and serves them on this machine. */
export async function openPages(): Promise<Pages> {
  installAnchors()
  const { build } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  const out = tempFolder('pages')
  const page = join(bench, 'page')
  await build({
    configFile: false,
    root: page,
    base: './',
    mode: 'production',
    logLevel: 'error',
    plugins: [react()],
    resolve: {
      alias: [{ find: /^date-fns\/locale$/, replacement: join(bench, '../../build/dateLocales.ts') }],
    },
    build: {
      outDir: out,
      emptyOutDir: true,
      target: 'chrome130',
      chunkSizeWarningLimit: 3000,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: [join(page, 'ours.html'), join(page, 'vis.html')] },
    },
  })
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://x').pathname)
    readFile(join(out, path)).then(
      (body) =>
        response.writeHead(200, { 'content-type': types[extname(path)] ?? 'application/octet-stream' }).end(body),
      () => response.writeHead(404).end(),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  return {
    url: (name) => `http://127.0.0.1:${port}/${name}.html`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
