/** How large an SVG drawing says it is, in its own units: what stands on it is placed in them. */

export interface Size {
  readonly width: number
  readonly height: number
}

const ROOT = /<svg\b[^>]*>/i
const BOX = /\sviewBox\s*=\s*["']\s*[-\d.e+]+[\s,]+[-\d.e+]+[\s,]+([\d.e+]+)[\s,]+([\d.e+]+)\s*["']/i

/** The view box, else width and height in plain units; null where the drawing says neither. */
export function sizeOfDrawing(svg: string): Size | null {
  const root = ROOT.exec(svg)?.[0] ?? ''
  const box = BOX.exec(root)
  if (box) return sized(Number(box[1]), Number(box[2]))
  const side = (name: string): number =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']\\s*([\\d.]+)(?:px)?\\s*["']`, 'i').exec(root)?.[1] ?? NaN)
  return sized(side('width'), side('height'))
}

function sized(width: number, height: number): Size | null {
  return width > 0 && height > 0 ? { width, height } : null
}
