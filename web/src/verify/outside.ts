/** What outsiders vouched for: that an older state grew into this log is checked here, time stamps and witnesses are
 * for davy-verify, which knows certificates. */
import { Doubt, fromHex, text } from '@/verify/bytes'
import type { Bundle } from '@/verify/bundle'
import { BROKEN, finding, TOLD, why } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { checkpoint } from '@/verify/log'
import type { Log } from '@/verify/log'
import { grown } from '@/verify/tree'

const FILE = /^log\/outside\/([1-9]\d{0,18})\/(.*)/

export async function outside(bundle: Bundle, log: Log): Promise<Finding[]> {
  const files = [...bundle.names.keys()].flatMap((name) => [FILE.exec(name) ?? []])
  const sizes = [...new Set(files.flatMap(([, size]) => size ?? []))]
  const found: Finding[] = []
  for (const size of sizes.sort((a, b) => a.length - b.length || Number(a > b) - Number(a < b))) {
    try {
      found.push(...(await at(bundle, log, size)))
    } catch (error) {
      found.push(finding(BROKEN, 'outside_unreadable', { size, why: why(error) }))
    }
  }
  const vouched = files.some(([, , name]) => name === 'note' || name === 'stamp.tsr')
  return [...found, finding(TOLD, vouched ? 'outside_elsewhere' : 'not_the_clock')]
}

async function at(bundle: Bundle, log: Log, size: string): Promise<Finding[]> {
  const folder = `log/outside/${size}`
  const then = await checkpoint(await bundle.bytes(`${folder}/note`), bundle.keys, 'outside_not_signed')
  if ('code' in then) return [then]
  const lines = text(await bundle.bytes(`${folder}/proof`)).split('\n')
  if (lines.pop() !== '') throw new Doubt('the proof does not end its last line')
  const fits = String(then.size) === size && (await grown(then.size, log.now.size, then.root, log.now.root, lines.map(fromHex)))
  return fits ? [] : [finding(BROKEN, 'outside_not_prefix', { size: then.size })]
}
