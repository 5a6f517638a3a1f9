/** Months as a calendar draws them. Pure; days and months as text, without any time zone. */

/** `2026-12` → `2027-01` for 1, `2026-11` for -1. */
export function monthAround(month: string, by: -1 | 1): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + by
  return `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** The days of a month in weeks from Monday on; null where another month stands. */
export function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))]
  const first = (new Date(Date.UTC(year, number - 1, 1)).getUTCDay() + 6) % 7
  const count = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const cells = Array.from({ length: Math.ceil((first + count) / 7) * 7 }, (_, n) => {
    const day = n - first + 1
    return day < 1 || day > count ? null : `${month}-${String(day).padStart(2, '0')}`
  })
  return Array.from({ length: cells.length / 7 }, (_, week) => cells.slice(week * 7, week * 7 + 7))
}
