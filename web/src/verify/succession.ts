/** Follows a log from one key to the next: notes that the old key and the new one both signed. */
import { Doubt, text } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import { keyOf, opened } from '@/verify/note'
import type { Key } from '@/verify/note'

/** `ended`: how many entries the old key signed last, `begins`: from how many the new one goes on. */
export interface Step {
  old: Key
  now: Key
  ended: number
  begins: number
  at: string
  why: string
}

const FORM = 'davy-log-succession/v1'
const NAME = /^log\/succession\/([1-9]\d{0,5})\.note$/
const STATE = /^(0|[1-9]\d{0,15}) \S{44}$/

async function stepOf(note: Bytes): Promise<Step> {
  const told = text(note)
  const parts = told.slice(0, Math.max(told.lastIndexOf('\n\n'), 0)).split('\n')
  const [form, first = '', second = '', ended = '', begins = '', at = '', why = ''] = parts
  if (parts.length !== 7 || form !== FORM) throw new Doubt('no succession of a log')
  const [old, now] = [await keyOf(first), await keyOf(second)]
  await opened(note, old)
  await opened(note, now)
  const sizes = [ended, begins].map((state) => STATE.exec(state)?.[1])
  if (sizes.includes(undefined)) throw new Doubt('no states of a log')
  return { old, now, ended: Number(sizes[0]), begins: Number(sizes[1]), at, why }
}

/** The steps that lead to the bundle's own key, oldest first. Throws Doubt for a note that does not hold, that is
 * missing, or that leads elsewhere. */
export async function chain(names: Iterable<string>, read: (name: string) => Promise<Bytes>, own: Key): Promise<Step[]> {
  const numbers = [...names].flatMap((name) => NAME.exec(name)?.[1] ?? []).map(Number)
  const steps: Step[] = []
  for (const number of numbers.sort((a, b) => a - b)) {
    if (number !== steps.length + 1) throw new Doubt('a step of the succession is missing')
    steps.push(await stepOf(await read(`log/succession/${number}.note`)))
  }
  steps.forEach((step, index) => {
    if (step.now.told !== (steps[index + 1]?.old ?? own).told) throw new Doubt('the succession leads to another key')
  })
  return steps
}
