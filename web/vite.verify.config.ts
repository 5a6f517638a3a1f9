/** The page that checks a bundle without a server: three files that can be kept anywhere, opened from a disk too. A
 * classic script, because browsers load no modules from there. */
import { fileURLToPath } from 'node:url'
import type { UserConfig } from 'vite'

const web = fileURLToPath(new URL('.', import.meta.url))

const config: UserConfig = {
  root: `${web}verify`,
  publicDir: `${web}verify/public`,
  cacheDir: `${web}.vite/verify`,
  resolve: { alias: { '@': `${web}src` } },
  build: {
    outDir: `${web}dist/verify`,
    emptyOutDir: true,
    target: ['chrome87', 'safari14'],
    lib: { entry: 'main.ts', formats: ['iife'], name: 'DavyCheck', fileName: () => 'check.js' },
    reportCompressedSize: false,
  },
}
export default config
