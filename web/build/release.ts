/** Writes the service worker with the list of all files of the build and their hashes, after everything else is written. */
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { build } from 'vite'
import type { Plugin, ResolvedConfig } from 'vite'
import type { Release, ReleaseFile } from '../src/core/release.ts'

/** The decoder of QR codes is as large as the whole app, and few open the scanner first. */
const LATER = /\.wasm$/
/** The parts list is for the check of the budgets, the worker cannot hold its own hash. */
const NOT_KEPT = new Set(['sw.js', 'parts.json'])

function paths(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !NOT_KEPT.has(path))
    .sort()
}

/** The release that lies in this folder and is served below `base`. Equal files make an equal id. */
export function releaseOf(folder: string, base: string): Release {
  const all = paths(folder).map((path): ReleaseFile => {
    const sha256 = createHash('sha256').update(readFileSync(join(folder, path))).digest('hex')
    return { path: base + path, sha256 }
  })
  const id = createHash('sha256').update(JSON.stringify(all)).digest('hex').slice(0, 16)
  const isLater = ({ path }: ReleaseFile): boolean => LATER.test(path)
  return {
    id,
    start: `${base}index.html`,
    files: all.filter((file) => !isLater(file)),
    later: all.filter(isLater),
  }
}

export function ownServiceWorker(web: string, plugins: readonly Plugin[]): Plugin {
  let config: ResolvedConfig
  return {
    name: 'davy-service-worker',
    apply: 'build',
    enforce: 'post',
    configResolved(resolved) {
      config = resolved
    },
    async closeBundle() {
      const { outDir, target } = config.build
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        plugins: [...plugins],
        resolve: { alias: { '@': `${web}src` } },
        define: { __RELEASE__: JSON.stringify(releaseOf(outDir, config.base)) },
        build: {
          outDir,
          target,
          emptyOutDir: false,
          reportCompressedSize: false,
          lib: { entry: `${web}worker/sw.ts`, formats: ['iife'], name: 'davy', fileName: () => 'sw.js' },
        },
      })
    },
  }
}
