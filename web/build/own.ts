/** What every Davy page is built with: old browsers, no foreign host, nothing inline, names that carry their hash. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import type { Plugin, UserConfig } from 'vite'
import { ownServiceWorker } from './release.ts'

const web = fileURLToPath(new URL('..', import.meta.url))

export type Entry = 'm' | 'console'

/** Addresses of other people's servers that libraries carry as a fallback; an isolated plant must never ask them. */
const FOREIGN: readonly [RegExp, string][] = [
  [/,\s*url\(["']?(?:https?:)?\/\/at\.alicdn\.com\/[^)]*\)\s*format\(["']woff["']\)/g, ''],
  [/https:\/\/fastly\.jsdelivr\.net\/npm\//g, '/no-such-place/'],
  [/https:\/\/leafletjs\.com/g, '#'],
  [/https?:\/\/(?:bit\.ly|tinyurl\.com)\/[\w-]+/g, '#'],
]

/** Vant's icons come as a font inside its style sheet; our content policy takes fonts from files only. */
const INNER_FONT = /url\(["']?data:font\/woff2;(?:charset=utf-8;)?base64,([A-Za-z0-9+/=]+)["']?\)/

function ownAddresses(): Plugin {
  const fonts = `${web}.vite/fonts`
  return {
    name: 'davy-own-addresses',
    enforce: 'pre',
    transform(code, id) {
      if (!/node_modules\/(vant|zxing-wasm|barcode-detector|leaflet|dexie)\//.test(id)) return null
      let own = FOREIGN.reduce((text, [address, ours]) => text.replace(address, ours), code)
      const font = INNER_FONT.exec(own)?.[1]
      if (font !== undefined) {
        const file = `${fonts}/vant-icon.woff2`
        mkdirSync(fonts, { recursive: true })
        writeFileSync(file, Buffer.from(font, 'base64'))
        own = own.replace(INNER_FONT, `url("${relative(dirname(id), file)}")`)
      }
      return own === code ? null : { code: own, map: null }
    },
  }
}

/** What the phone's first screens share with steps that come later. Left to itself each becomes a file, and its looks
    another; a file costs a way to the server and back, however small it is. One that is renamed falls out of here and
    is a file again, which the budget of the first load counts. */
const FIRST_PARTS = [
  'core/(?:clock|demands|desk|incidents|lamp|lifecycle|order|problem|registers|release|shanghai|span|steps|text)',
  'store/preferences',
  'sync/(?:http|inbox|kiosk|link|reads|reckoning|registers)',
  'ui/shared/(?:Icon|StateBand|marks|useGasWords|useLanguage|useLevel|useNow|useSay|useSpan)',
  'ui/m/(?:useFresh|outage/AskedSheets|parts/(?:AlarmTile|BigButton|DueMark|EmptyPlace|FoldPanel|InboxBell|KeptNote|Waiting|WorkName))',
]
const FIRST = new RegExp(`web/src/(?:${FIRST_PARTS.join('|')})\\.(?:ts|vue)`)

/** Each group takes along whatever its modules import, so that no file waits for one that waits for it: what is loaded
    the other way round has classes that extend nothing. What comes from others is apart, for it changes seldom. */
const FIRST_AS_ONE = {
  groups: [
    { name: 'vendor', test: /node_modules\/(?:@vue|vue|vue-i18n|@intlify|vue-router|pinia|dexie)\//, priority: 2 },
    { name: 'first', test: FIRST, priority: 1 },
  ],
}

/** The build of one entry: `web/<entry>/index.html`, served below `/<entry>/`, written to `web/dist/<entry>`. */
export function own(entry: Entry): UserConfig {
  return {
    root: `${web}${entry}`,
    base: `/${entry}/`,
    publicDir: entry === 'm' ? `${web}m/public` : false,
    cacheDir: `${web}.vite/${entry}`,
    plugins: [ownAddresses(), vue(), ...(entry === 'm' ? [ownServiceWorker(web, [ownAddresses()])] : [])],
    resolve: { alias: { '@': `${web}src` } },
    define: {
      __VUE_I18N_FULL_INSTALL__: false,
      __VUE_I18N_LEGACY_API__: false,
      __INTLIFY_PROD_DEVTOOLS__: false,
    },
    build: {
      outDir: `${web}dist/${entry}`,
      emptyOutDir: true,
      target: ['chrome87', 'safari14'],
      cssTarget: ['chrome87', 'safari14'],
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 700,
      reportCompressedSize: false,
      rolldownOptions: entry === 'm' ? { output: { codeSplitting: FIRST_AS_ONE } } : {},
      manifest: 'parts.json', // what belongs to what, for the check of the budgets
    },
    server: {
      fs: { allow: [web] },
      proxy: Object.fromEntries(
        ['/api', '/_allauth', '/healthz'].map((path) => [path, { target: 'http://127.0.0.1:8000' }]),
      ),
    },
  }
}
