/** QR reading: the browser's own detector where there is one, else zxing with the wasm that Davy itself serves. */
import { BarcodeDetector as Fallback, prepareZXingModule } from 'barcode-detector/ponyfill'
import wasm from 'zxing-wasm/reader/zxing_reader.wasm?url'

export interface Detector {
  detect(source: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>
}

interface Native {
  new (options: { formats: string[] }): Detector
  getSupportedFormats(): Promise<string[]>
}

/** A detector of QR codes, ready to use; without it no code of another kind is read. */
export async function qrDetector(): Promise<Detector> {
  const native = (globalThis as { BarcodeDetector?: Native }).BarcodeDetector
  if (native && (await native.getSupportedFormats()).includes('qr_code')) return new native({ formats: ['qr_code'] })
  prepareZXingModule({ overrides: { locateFile: () => wasm } })
  return new Fallback({ formats: ['qr_code'] })
}
