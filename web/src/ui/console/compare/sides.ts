/** What two permits tell, line beside line. */

export interface Fact {
  readonly key: string
  readonly label: string
  readonly value: string
}

export interface FactGroup {
  readonly id: string
  readonly facts: readonly Fact[]
}

export interface Line {
  readonly key: string
  readonly label: string
  /** Null: this permit does not tell it. */
  readonly one: string | null
  readonly other: string | null
  readonly same: boolean
}

export interface LineGroup {
  readonly id: string
  readonly lines: readonly Line[]
  readonly differing: number
}

/** The keys of both in the order of the first, those of the other alone behind the one they stand behind there. */
function inOrder(one: readonly string[], other: readonly string[]): readonly string[] {
  const keys = [...one]
  let behind = -1
  for (const key of other) {
    const at = keys.indexOf(key)
    if (at >= 0) behind = at
    else keys.splice((behind += 1), 0, key)
  }
  return keys
}

function lines(one: readonly Fact[], other: readonly Fact[]): readonly Line[] {
  const left = new Map(one.map((fact) => [fact.key, fact]))
  const right = new Map(other.map((fact) => [fact.key, fact]))
  return inOrder([...left.keys()], [...right.keys()]).map((key) => {
    const [a, b] = [left.get(key), right.get(key)]
    const [ours, theirs] = [a?.value ?? null, b?.value ?? null]
    return { key, label: a?.label ?? b?.label ?? key, one: ours, other: theirs, same: ours === theirs }
  })
}

/** Every group that either of them has anything in, with how many of its lines differ. */
export function sideBySide(one: readonly FactGroup[], other: readonly FactGroup[]): readonly LineGroup[] {
  const ids = inOrder(
    one.map(({ id }) => id),
    other.map(({ id }) => id),
  )
  const of = (groups: readonly FactGroup[], id: string): readonly Fact[] =>
    groups.find((group) => group.id === id)?.facts ?? []
  return ids
    .map((id) => ({ id, lines: lines(of(one, id), of(other, id)) }))
    .filter((group) => group.lines.length > 0)
    .map((group) => ({ ...group, differing: group.lines.filter(({ same }) => !same).length }))
}
