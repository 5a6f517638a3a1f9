import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import type { Kind } from '@/core/envelope'
import type { State } from '@/core/lifecycle'
import { isOpen, judged, nextBatch } from '@/core/outbox'
import type { Result, Row } from '@/core/outbox'
import { halts, haltedAt, shownAs, stateHere } from '@/core/ownView'
import { problemOf } from '@/core/problem'

type Read = readonly [State, number]
type Answer = readonly [seq: number, verdict: Result['verdict'], version: number | null]
interface Step {
  readonly who: string
  readonly photo?: number
  readonly answers?: readonly Answer[]
  readonly heard?: boolean
  readonly reads?: Read
}
interface History {
  readonly begins: Read
  /** Kind, whether it is bad news, whether its photo is still to be sent. */
  readonly rows: Readonly<Record<string, readonly (readonly [Kind, boolean, boolean])[]>>
  readonly steps: readonly Step[]
}

const file = process.env['DAVY_PHONE_VIEWS'] ?? `${process.cwd()}/../src/davy_law/contracts/vectors/sync/phone_views.json`
const { histories } = JSON.parse(readFileSync(file, 'utf8')) as { readonly histories: readonly History[] }

const row = (seq: number, kind: Kind, bad = false): Row => ({
  id: String(seq),
  permit: 'p',
  kind,
  bytes: '',
  at: seq,
  signed: { device: 'd', seq, sha256: '', signature: '' },
  state: 'pending',
  problem: null,
  receipt: null,
  ...(bad ? { bad } : {}),
})

const seqOf = ({ signed }: Row): number => signed?.seq ?? 0

/** One phone: its rows, the photos it has not sent, and the permit as it last read it. */
class Phone {
  rows: readonly Row[]
  lacks: Set<number>
  #read: Read

  constructor(did: readonly (readonly [Kind, boolean, boolean])[], begins: Read) {
    this.rows = did.map(([kind, bad], at) => row(at + 1, kind, bad))
    this.lacks = new Set(did.flatMap(([, , lacks], at) => (lacks ? [at + 1] : [])))
    this.#read = begins
  }

  take({ photo, answers, heard, reads }: Step): void {
    if (photo !== undefined) this.lacks.delete(photo)
    if (reads) this.#read = reads
    if (answers) this.#send(answers, heard === true)
  }

  #send(answers: readonly Answer[], heard: boolean): void {
    const batch = nextBatch(this.rows, (one) => this.lacks.has(seqOf(one)))
    // It sends what the server's side reckons with: neither more, nor in another order.
    expect(batch.map(seqOf)).toEqual(answers.map(([seq]) => seq))
    const told = new Map(answers.map((answer) => [answer[0], answer]))
    this.rows = this.rows.map((one) => {
      const answer = told.get(seqOf(one))
      if (answer === undefined) return one
      return heard ? this.#judged(one, answer) : { ...one, state: 'sending' }
    })
  }

  #judged(one: Row, [, verdict, version]: Answer): Row {
    const problem = verdict === 'accepted' ? null : problemOf(409, { code: verdict === 'held' ? 'chain_gap' : 'refused' })
    const receipt = verdict === 'held' ? null : { text: JSON.stringify({ version }), signature: '' }
    return judged(one, { id: one.id, verdict, problem, receipt }, true)
  }

  get shown(): State {
    const [state, version] = this.#read
    return stateHere(state, haltedAt(this.rows, version))
  }
}

function replay({ begins, rows, steps }: History): void {
  const phones = new Map(Object.entries(rows).map(([who, did]) => [who, new Phone(did, begins)]))
  const truth = new Map<string, Answer[1]>()
  for (const step of steps) {
    const phone = phones.get(step.who)
    if (!phone) throw new Error(step.who)
    for (const [seq, verdict] of step.answers ?? []) truth.set(`${step.who} ${String(seq)}`, verdict)
    phone.take(step)
    neverBetterThanItIs(step.who, phone, truth)
  }
  for (const [who, { rows: ended, shown }] of phones) {
    expect(ended.filter(isOpen)).toEqual([])
    expect(ended.map(shownAs)).toEqual(
      ended.map((one) => (truth.get(`${who} ${one.id}`) === 'accepted' ? 'done' : 'refused')),
    )
    const last = steps.filter((step) => step.who === who && step.reads).at(-1)
    expect(shown).toBe(last?.reads?.[0])
  }
}

/** Nothing is called done or refused that the server did not say so of, and who stopped the work here sees it stand. */
function neverBetterThanItIs(who: string, { rows, shown }: Phone, truth: ReadonlyMap<string, Answer[1]>): void {
  for (const one of rows) {
    const said = truth.get(`${who} ${one.id}`)
    if (shownAs(one) === 'done') expect(said).toBe('accepted')
    if (shownAs(one) === 'refused') expect(said).toBe('refused')
  }
  if (rows.some((one) => halts(one) && one.bad !== true)) expect(shown).not.toBe('active')
}

test.each(histories.map((history, at) => [at, history] as const))('history %i comes to what the server has', (_, history) => {
  replay(history)
})

describe('a stop that was given here', () => {
  const stop = row(1, 'pause')
  const answered = (verdict: Result['verdict']): Row =>
    judged(stop, { id: '1', verdict, problem: null, receipt: { text: '{"version":9}', signature: '' } }, true)

  it('stands until the server was heard', () => {
    expect(stateHere('active', haltedAt([stop], 99))).toBe('paused')
  })

  it('stands after the answer too, until the permit was read anew', () => {
    expect(stateHere('active', haltedAt([answered('accepted')], 8))).toBe('paused')
    expect(stateHere('active', haltedAt([answered('refused')], 8))).toBe('paused')
    expect(haltedAt([answered('accepted')], 9)).toBeNull()
  })

  it('changes nothing of a permit that is at its end', () => {
    expect(stateHere('closed', haltedAt([stop], 8))).toBe('closed')
  })

  it('is refused for all that is known when nothing more will come of it', () => {
    expect(shownAs({ ...stop, state: 'stuck' })).toBe('refused')
  })
})
