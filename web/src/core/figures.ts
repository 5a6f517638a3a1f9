/** A figure as it is read by people: rounded for the eye only. What is judged is judged by the server, in full. */

/** Two places from one upwards, three telling digits below; what is shorter, or no number, stands as it is. */
export function forTheEye(text: string): string {
  if (!/^-?\d+\.\d{3,}$/.test(text)) return text
  const value = Number(text)
  return String(Number(Math.abs(value) >= 1 ? value.toFixed(2) : value.toPrecision(3)))
}
