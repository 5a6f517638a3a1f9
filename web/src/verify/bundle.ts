/** An open bundle: the files that its signed manifest names, each with the bytes it was signed with. */
import { Doubt, hex, sha256, text } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import { BROKEN, finding, OPEN, PROVEN, why } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { keyOf, opened } from '@/verify/note'
import type { Key } from '@/verify/note'
import { chain } from '@/verify/succession'
import type { Step } from '@/verify/succession'
import { content, members } from '@/verify/zip'
import type { Member } from '@/verify/zip'

const MANIFEST = 'manifest.note'
const KEY = 'log/key'
const LINE = /^([0-9a-f]{64}) {2}([A-Za-z0-9][A-Za-z0-9._/-]*)$/
const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'
const KNOWN = new RegExp(
  '^(?:log/(?:key|checkpoint|entries\\.jsonl)' +
    `|(streams/[a-z]+-${ID}/)(?:(?:events|entries|private)\\.jsonl|gas\\.csv)` +
    '|signatures/(?:(?:proofs|phones|passkeys)\\.jsonl|agreement-[1-9]\\d{0,3}\\.txt)|rules/[0-9a-f]{64}\\.json' +
    '|log/succession/[1-9]\\d{0,5}\\.note' +
    '|log/outside/[1-9]\\d{0,18}/(?:note|proof|stamp\\.tsr)' +
    `|readings/${ID}/\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d{1,19}\\.jsonl` +
    '|attachments/[0-9a-f]{64}|papers/[A-Za-z0-9][A-Za-z0-9._-]*\\.pdf)$',
)

export type Progress = (done: number, all: number) => void

export class Bundle {
  /** File to SHA-256, empty until the manifest was found signed and every file as it says. */
  names = new Map<string, string>()
  key: Key | null = null
  steps: Step[] = []
  madeAt = ''
  private readonly there = new Map<string, Member>()

  private readonly file: Blob

  constructor(file: Blob) {
    this.file = file
  }

  /** Find the manifest, believe it, and hold every file against it. */
  async open(pinned: Key | null, progress: Progress): Promise<Finding[]> {
    const found: Finding[] = []
    let list: Member[]
    try {
      list = await members(this.file)
    } catch (error) {
      return [finding(BROKEN, 'no_bundle', { why: why(error) })]
    }
    for (const one of list) {
      if (this.there.has(one.name)) found.push(finding(BROKEN, 'file_twice', { file: one.name }))
      this.there.set(one.name, one)
    }
    if (found.length > 0 || !this.there.has(MANIFEST) || !this.there.has(KEY)) {
      return [...found, finding(BROKEN, 'no_manifest')]
    }
    return this.believed(pinned, progress)
  }

  private async believed(pinned: Key | null, progress: Progress): Promise<Finding[]> {
    let own: Key, told: string, key: Bytes, manifest: Bytes
    try {
      ;[key, manifest] = [await this.bytes(KEY), await this.bytes(MANIFEST)]
    } catch (error) {
      return [finding(BROKEN, 'no_bundle', { why: why(error) })]
    }
    try {
      own = await keyOf(text(key).replace(/\n+$/, ''))
      this.steps = await chain(this.there.keys(), (name) => this.bytes(name), own)
      this.key = this.followed(pinned) ? own : (pinned ?? own)
      told = await opened(manifest, this.key)
    } catch (error) {
      this.key = null
      return [finding(BROKEN, 'manifest_not_signed', { why: why(error) })]
    }
    const whose = [this.whose(pinned, own), ...this.restarts()]
    if (!this.listed(told, this.key)) {
      this.names = new Map()
      return [...whose, finding(BROKEN, 'no_manifest')]
    }
    return [...whose, ...(await this.held(progress))]
  }

  /** The key of the log and those that it followed. */
  get keys(): Key[] {
    return [...(this.key === null ? [] : [this.key]), ...this.steps.map((step) => step.old).reverse()]
  }

  private followed(pinned: Key | null): boolean {
    return this.steps.some((step) => step.old.told === pinned?.told)
  }

  private restarts(): Finding[] {
    const ended = this.steps.filter((step) => step.old.name !== step.now.name)
    return ended.map((step) => finding(OPEN, 'log_restarted', { ended: step.ended, begins: step.begins, at: step.at, why: step.why }))
  }

  private whose(pinned: Key | null, own: Key): Finding {
    if (pinned === null) return finding(OPEN, 'key_from_bundle', { key: own.told })
    if (this.followed(pinned)) return finding(PROVEN, 'key_followed', { count: this.steps.length, key: own.told })
    if (own.told !== pinned.told) return finding(BROKEN, 'key_differs', { key: own.told })
    return finding(PROVEN, 'key_known', { log: pinned.name })
  }

  private listed(told: string, key: Key): boolean {
    const [head, madeAt, origin, ...rest] = told.split('\n')
    const lines = rest.slice(0, -1)
    if (head !== 'davy-bundle/v1' || origin !== key.name || madeAt === undefined) return false
    this.madeAt = madeAt
    for (const line of lines) {
      const [, digest, name] = LINE.exec(line) ?? []
      if (digest === undefined || name === undefined || name.split('/').includes('..')) return false
      this.names.set(name, digest)
    }
    return this.names.size === lines.length
  }

  private async held(progress: Progress): Promise<Finding[]> {
    const found: Finding[] = []
    const more = [...this.there.keys()].filter((name) => name !== MANIFEST && !this.names.has(name))
    for (const name of more.sort()) found.push(finding(BROKEN, 'file_added', { file: name }))
    let done = 0
    for (const [name, digest] of this.names) {
      const code = await this.fault(name, digest)
      if (code !== null) found.push(finding(BROKEN, code, { file: name }))
      progress((done += 1), this.names.size)
    }
    if (found.length > 0) {
      this.names = new Map()
      return found
    }
    return [finding(PROVEN, 'files_whole', { count: this.names.size, made_at: this.madeAt })]
  }

  private async fault(name: string, digest: string): Promise<string | null> {
    const known = KNOWN.exec(name)
    if (known === null || (known[1] !== undefined && !this.names.has(`${known[1]}events.jsonl`))) return 'file_unknown'
    if (!this.there.has(name)) return 'file_missing'
    try {
      return hex(await sha256(await this.bytes(name))) === digest ? null : 'file_changed'
    } catch {
      return 'file_changed'
    }
  }

  /** The bytes of a file. Throws Doubt when it is not there. */
  async bytes(name: string): Promise<Bytes> {
    const one = this.there.get(name)
    if (one === undefined) throw new Doubt(name)
    return content(this.file, one)
  }

  /** The lines of a file, without their ends. Throws Doubt for a last one without its end. */
  async lines(name: string): Promise<Bytes[]> {
    const all = await this.bytes(name)
    if (all.at(-1) !== 10) throw new Doubt(`${name} does not end its last line`)
    const found: Bytes[] = []
    let from = 0
    for (let end = all.indexOf(10); end >= 0; end = all.indexOf(10, from)) {
      found.push(all.subarray(from, end))
      from = end + 1
    }
    return found
  }

  /** As `lines`, and none for a file that the bundle does not have. */
  async linesIfAny(name: string): Promise<Bytes[]> {
    return this.names.has(name) ? this.lines(name) : []
  }
}
