/** A photo from the camera made ready: not larger than needed, with what it shows burnt into it, and what the camera
wrote beside it kept. */
import { exifOf, takenAt, upright, withExif } from '@/core/exif'

const LONGEST = 1600
const QUALITY = 0.82

function opened(file: Blob): Promise<HTMLImageElement> {
  return new Promise((done, failed) => {
    const image = new Image()
    const url = URL.createObjectURL(file)
    image.onload = () => {
      URL.revokeObjectURL(url)
      done(image)
    }
    image.onerror = () => {
      URL.revokeObjectURL(url)
      failed(new Error('no picture'))
    }
    image.src = url
  })
}

/** A dark band at the lower edge: legible on any photo. */
function burn(canvas: HTMLCanvasElement, pen: CanvasRenderingContext2D, lines: readonly string[]): void {
  const size = Math.max(18, Math.round(Math.max(canvas.width, canvas.height) / 48))
  const band = Math.round(size * 1.45) * lines.length + size
  pen.fillStyle = 'rgba(0, 0, 0, 0.62)'
  pen.fillRect(0, canvas.height - band, canvas.width, band)
  pen.fillStyle = '#ffffff'
  pen.font = `600 ${size}px sans-serif`
  pen.textBaseline = 'top'
  lines.forEach((line, at) => {
    const y = canvas.height - band + size / 2 + at * size * 1.45
    pen.fillText(line, size * 0.7, y, canvas.width - size * 1.4)
  })
}

/** Long enough for any EXIF: a segment has 64 KB at most, and stands at the front. */
const HEAD = 256 * 1024

/** JPEG of at most 1600 px with the camera's own facts. `linesOf` is told when the camera says it was taken. Rejects
when the file is no picture that this browser can open. */
export async function ready(file: Blob, linesOf: (taken: Date | null) => readonly string[]): Promise<Blob> {
  const facts = exifOf(new Uint8Array(await file.slice(0, HEAD).arrayBuffer()))
  const painted = await paint(file, linesOf(facts === null ? null : takenAt(facts)))
  if (facts === null) return painted
  const jpeg = withExif(new Uint8Array(await painted.arrayBuffer()), upright(facts))
  return new Blob([jpeg], { type: painted.type })
}

async function paint(file: Blob, lines: readonly string[]): Promise<Blob> {
  const image = await opened(file)
  const shrink = Math.min(1, LONGEST / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.naturalWidth * shrink))
  canvas.height = Math.max(1, Math.round(image.naturalHeight * shrink))
  const pen = canvas.getContext('2d')
  if (pen === null) throw new Error('no canvas')
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  burn(canvas, pen, lines)
  return new Promise((done, failed) => {
    canvas.toBlob(
      (blob) => {
        if (blob) done(blob)
        else failed(new Error('no picture'))
      },
      'image/jpeg',
      QUALITY,
    )
  })
}
