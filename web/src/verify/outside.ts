/** What outsiders vouched for: that an older state grew into this log is checked here, time stamps and witnesses are
 * for davy-verify, which knows certificates. */
import { Doubt, fromHex, text } from '@/verify/bytes'
import type { Bundle } from '@/verify/bundle'
import { BROKEN, finding, TOLD, why } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { checkpoint } from '@/verify/log'
import type { Log } from '@/verify/log'
import { grown } from '@/verify/tree'

const FILE = /^log\/outside\/([1-9]\d{0,15})\//

export async function outside(bundle: Bundle, log: Log): Promise<Finding[]> {
  const sizes = new Set([...bundle.names.keys()].map((name) => FILE.exec(name)?.[1]).filter((size) => size !== undefined))
  const found: Finding[] = []
  for (const size of sizes) {
    try {
      found.push(...(await at(bundle, log, Number(size))))
    } catch (error) {
      found.push(finding(BROKEN, 'outside_unreadable', { size, why: why(error) }))
    }
  }
  return sizes.size > 0 ? [...found, finding(TOLD, 'outside_elsewhere')] : [finding(TOLD, 'not_the_clock')]
}

async function at(bundle: Bundle, log: Log, size: number): Promise<Finding[]> {
  const folder = `log/outside/${size}`
  const then = await checkpoint(await bundle.bytes(`${folder}/note`), bundle.keys, 'outside_not_signed')
  if ('code' in then) return [then]
  const lines = text(await bundle.bytes(`${folder}/proof`)).split('\n')
  if (lines.pop() !== '') throw new Doubt('the proof does not end its last line')
  const fits = then.size === size && (await grown(size, log.now.size, then.root, log.now.root, lines.map(fromHex)))
  return fits ? [] : [finding(BROKEN, 'outside_not_prefix', { size: then.size })]
}
