/** The page: takes a file, checks it, tells what came of it. */
import type { Bytes } from '@/verify/bytes'
import { certificates } from '@/verify/certificate'
import { check } from '@/verify/checks'
import { BROKEN, OPEN, PROVEN, TOLD, worst } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { keyOf } from '@/verify/note'
import type { Key } from '@/verify/note'
import type { Trust } from '@/verify/outside'
import { PAGE } from '@/verify/page'
import { mark, said, verdict } from '@/verify/said'
import type { Language } from '@/verify/said'
import { witnessOf } from '@/verify/witness'

const GROUPS = [
  [BROKEN, 'broken'],
  [OPEN, 'open'],
  [PROVEN, 'proven'],
  [TOLD, 'told'],
] as const
type Wrong = 'badKey' | 'badRoots' | 'badWitness'
const state: { language: Language; file: File | null; found: readonly Finding[] | null; note: Wrong | 'tooOld' | null; turn: number } = {
  language: navigator.language.startsWith('zh') ? 'zh' : 'en',
  file: null,
  found: null,
  note: null,
  turn: 0,
}

function here(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(id)
  return found
}

function made(tag: string, kind: string, told: string): HTMLElement {
  const found = document.createElement(tag)
  if (kind) found.className = kind
  found.textContent = told
  return found
}

function words(): void {
  const told = PAGE[state.language]
  document.documentElement.lang = state.language === 'zh' ? 'zh-CN' : 'en'
  document.title = `${told.title} · Davy`
  for (const place of document.querySelectorAll<HTMLElement>('[data-word]')) {
    place.textContent = (told as unknown as Record<string, string>)[place.dataset['word'] ?? ''] ?? ''
  }
  here('language').textContent = told.other
  here('language').lang = state.language === 'zh' ? 'en' : 'zh-CN'
  show()
}

/** The result: the verdict on top, then what is broken, open, proven and noted. */
function show(): void {
  const told = PAGE[state.language]
  const result = here('result')
  result.replaceChildren()
  here('again').hidden = state.file === null
  if (state.note !== null) result.append(made('p', 'verdict broken', told[state.note]))
  if (state.found === null) return
  const level = worst(state.found)
  const kind = level === PROVEN ? 'proven' : level === OPEN ? 'open' : 'broken'
  result.append(made('p', `verdict ${kind}`, verdict(level === TOLD ? BROKEN : level, state.language)))
  for (const [group, name] of GROUPS) {
    const rows = state.found.filter((one) => one.level === group)
    if (rows.length === 0) continue
    result.append(made('h2', '', `${told.groups[name]} ${rows.length}`))
    const list = document.createElement('ul')
    for (const one of rows) {
      const row = made('li', name, said(one, state.language, told.instead))
      row.prepend(made('b', '', mark(one.level, state.language)))
      list.append(row)
    }
    result.append(list)
  }
}

async function able(): Promise<boolean> {
  try {
    await crypto.subtle.importKey('raw', new Uint8Array(32), 'Ed25519', false, ['verify'])
    return typeof DecompressionStream === 'function'
  } catch {
    return false
  }
}

function progress(turn: number): (done: number, all: number) => void {
  return (done, all) => {
    if (turn !== state.turn) return
    const told = PAGE[state.language]
    ;(here('progress') as HTMLProgressElement).value = done / all
    const form = done < all ? told.reading : told.judging
    here('told').textContent = form.replace('{done}', String(done + 1)).replace('{all}', String(all))
  }
}

interface Given {
  key: Key | null
  seen: Bytes | null
  trust: Trust
}

/** What was given to hold the bundle against, or which of it is no such thing. */
async function given(): Promise<Given | Wrong> {
  const told = field('key').value.trim()
  let wrong: Wrong = 'badKey'
  try {
    const key = told === '' ? null : await keyOf(told)
    wrong = 'badRoots'
    const pem = await chosen('roots')
    const roots = pem === null ? [] : certificates(pem)
    wrong = 'badWitness'
    const lines = field('witnesses').value.split('\n').map((line) => line.trim())
    const named = [...new Set(lines.filter((line) => line !== ''))]
    const witnesses = await Promise.all(named.map(witnessOf))
    const count = field('needed').value.trim()
    const needed = count === '' ? null : Number(count)
    if (needed !== null && !(Number.isInteger(needed) && needed > 0 && needed <= witnesses.length)) return wrong
    return { key, seen: await chosen('seen'), trust: { roots, witnesses, needed } }
  } catch {
    return wrong
  }
}

function field(id: string): HTMLTextAreaElement | HTMLInputElement {
  return here(id) as HTMLTextAreaElement | HTMLInputElement
}

async function chosen(id: string): Promise<Bytes | null> {
  const file = (here(id) as HTMLInputElement).files?.[0]
  return file === undefined ? null : new Uint8Array(await file.arrayBuffer())
}

async function run(): Promise<void> {
  const { file } = state
  if (file === null) return
  const turn = (state.turn += 1)
  state.found = state.note = null
  show()
  if (!(await able())) state.note = 'tooOld'
  const against = state.note ?? (await given())
  if (typeof against === 'string') {
    state.note = against
    show()
    return
  }
  here('so').hidden = false
  progress(turn)(0, 1)
  const found = await check(file, against.key, against.seen, progress(turn), against.trust)
  if (turn !== state.turn) return // another file came meanwhile
  state.found = found
  here('so').hidden = true
  show()
  here('result').focus()
}

function take(file: File | undefined): void {
  if (file === undefined) return
  state.file = file
  void run()
}

function listen(): void {
  const drop = here('drop')
  here('bundle').addEventListener('change', (event) => {
    take((event.target as HTMLInputElement).files?.[0])
  })
  for (const name of ['dragover', 'dragleave', 'drop'] as const) {
    document.addEventListener(name, (event) => {
      event.preventDefault()
      drop.classList.toggle('over', name === 'dragover')
      if (name === 'drop') take(event.dataTransfer?.files[0])
    })
  }
  here('again').addEventListener('click', () => void run())
  here('language').addEventListener('click', () => {
    state.language = state.language === 'zh' ? 'en' : 'zh'
    words()
  })
}

listen()
words()
