/** How a station's answer is read: which fact stands at which path, in which unit or words. */

export const FACTS = ['observed_at', 'wind_force', 'gust', 'rain', 'snow', 'fog', 'temperature_c'] as const
export type FactName = (typeof FACTS)[number]

/** What a number is told in; a fact without units is told in words. */
export const UNITS: Readonly<Partial<Record<FactName, readonly string[]>>> = {
  observed_at: ['rfc3339', 'unix'],
  wind_force: ['m/s', 'km/h', 'kn', 'force'],
  gust: ['m/s', 'km/h', 'kn', 'force'],
  temperature_c: ['C'],
}

export interface Row {
  path: string
  unit: string
  /** `晴=none，小雨=light` */
  words: string
}

export type Mapping = Readonly<Record<string, { readonly path: string; readonly unit?: string; readonly words?: Readonly<Record<string, string>> }>>

/** The mapping the server keeps; a fact without a path is not asked for. */
export function fieldsOf(rows: Readonly<Record<FactName, Row>>): Mapping {
  const told = FACTS.filter((name) => rows[name].path.trim() !== '')
  return Object.fromEntries(
    told.map((name) => {
      const { path, unit, words } = rows[name]
      return [name, UNITS[name] ? { path: path.trim(), unit } : { path: path.trim(), words: wordsOf(words) }]
    }),
  )
}

function wordsOf(typed: string): Record<string, string> {
  const pairs = typed.split(/[,，;；、\n]/).map((pair) => pair.split(/[=＝]/).map((part) => part.trim()))
  return Object.fromEntries(pairs.flatMap(([word, grade]) => (word !== undefined && word !== '' && grade !== undefined ? [[word, grade]] : [])))
}
