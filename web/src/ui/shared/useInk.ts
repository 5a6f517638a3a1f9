/** Handwriting on a canvas with pen, finger or mouse. Nothing is kept when it closes. */
import SignaturePad from 'signature_pad'
import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import { isSigned, spellStrokes } from '@/core/strokes'

interface Pen {
  readonly thin: number
  readonly thick: number
}

export interface Ink {
  readonly empty: Readonly<Ref<boolean>>
  readonly clear: () => void
}

/** `strokes` is null while it is too little for a signature. The lines are as wide as the pen, in CSS pixels. */
export function useInk(canvas: Readonly<ShallowRef<HTMLCanvasElement | null>>, strokes: Ref<string | null>, pen: Pen): Ink {
  const empty = ref(true)
  let pad: SignaturePad | null = null

  function read(): void {
    const data = pad?.toData() ?? []
    empty.value = data.length === 0
    strokes.value = isSigned(data) ? spellStrokes(data) : null
  }

  function clear(): void {
    pad?.clear()
    read()
  }

  /** As many pixels as the screen has, else the line is blurred. */
  function fit(): void {
    const box = canvas.value
    if (!box || !pad) return
    const ratio = Math.max(window.devicePixelRatio, 1)
    const data = pad.toData()
    box.width = box.offsetWidth * ratio
    box.height = box.offsetHeight * ratio
    box.getContext('2d')?.scale(ratio, ratio)
    pad.fromData(data)
  }

  onMounted(() => {
    if (!canvas.value) return
    const penColor = getComputedStyle(document.documentElement).getPropertyValue('--ink').trim()
    pad = new SignaturePad(canvas.value, { penColor, minWidth: pen.thin, maxWidth: pen.thick })
    pad.addEventListener('endStroke', read)
    fit()
    window.addEventListener('resize', fit)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('resize', fit)
    pad?.off()
  })
  return { empty, clear }
}
