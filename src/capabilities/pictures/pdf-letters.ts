/* oxlint-disable no-underscore-dangle -- the functions of PDFium are named so */
import { PDFiumLibrary, PDFiumModule } from '@hyzyla/pdfium'

type Module = Awaited<ReturnType<typeof PDFiumModule>>

/** What the library has and its declarations leave out. */
interface TextModule extends Module {
  _FPDFText_GetUnicode: (text: number, index: number) => number
  _FPDFText_GetLooseCharBox: (text: number, index: number, edges: number) => number
  _FPDF_PageToDevice: (page: number, ...rest: readonly number[]) => number
}

/** A character and the place it takes on its page, in parts of the page's width and height. */
export interface Placed {
  readonly letter: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const grid = 10_000

/** Where a corner of the page's own space lies on the page as it is shown, turned and cropped. */
function shownAt(module: TextModule, page: number, [x, y]: readonly [number, number]) {
  const place = module.wasmExports.malloc(8)
  try {
    module._FPDF_PageToDevice(page, 0, 0, grid, grid, 0, x, y, place, place + 4)
    const view = new DataView(module.HEAPU8.buffer)
    return { across: view.getInt32(place, true) / grid, down: view.getInt32(place + 4, true) / grid }
  } finally {
    module.wasmExports.free(place)
  }
}

/** The whole place of a letter in its line, not the ink alone: how wide a digit is drawn would tell which it is. */
function boxOf(module: TextModule, { page, text }: { page: number; text: number }, index: number) {
  const edges = module.wasmExports.malloc(16)
  try {
    if (!module._FPDFText_GetLooseCharBox(text, index, edges)) return null
    const view = new DataView(module.HEAPU8.buffer)
    const [left = 0, top = 0, right = 0, bottom = 0] = [0, 4, 8, 12].map((at) => view.getFloat32(edges + at, true))
    const [one, other] = [shownAt(module, page, [left, top]), shownAt(module, page, [right, bottom])]
    return {
      left: Math.min(one.across, other.across),
      right: Math.max(one.across, other.across),
      top: Math.min(one.down, other.down),
      bottom: Math.max(one.down, other.down),
    }
  } finally {
    module.wasmExports.free(edges)
  }
}

/** Reads where each character of a page stands: a second look at the file, below the library's own. */
export function readLetters(module: TextModule, document: number, index: number): Placed[] {
  const page = module._FPDF_LoadPage(document, index)
  const text = module._FPDFText_LoadPage(page)
  try {
    const count = Math.max(0, module._FPDFText_CountChars(text))
    return Array.from({ length: count }, (_none, at) => {
      const code = module._FPDFText_GetUnicode(text, at)
      const box = boxOf(module, { page, text }, at) ?? { left: 0, top: 0, right: 0, bottom: 0 }
      return { letter: code === 0 ? ' ' : String.fromCodePoint(code), ...box }
    })
  } finally {
    module._FPDFText_ClosePage(text)
    module._FPDF_ClosePage(page)
  }
}

export function loadBeside(module: TextModule, bytes: Uint8Array): number {
  const place = module.wasmExports.malloc(bytes.length)
  module.HEAPU8.set(bytes, place)
  return module._FPDF_LoadMemDocument(place, bytes.length, 0)
}

export async function startLibrary() {
  const { promise, resolve } = Promise.withResolvers<TextModule>()
  const vendor = async (...given: Parameters<typeof PDFiumModule>) => {
    const module = await PDFiumModule(...given)
    resolve(module as TextModule)
    return module
  }
  return { library: await PDFiumLibrary.initBase({ vendor }), module: await promise }
}
