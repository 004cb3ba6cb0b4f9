import { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'

/** The first page of a PDF as PNG, `scale` pixels to a point. */
export async function rasterise(pdf: Uint8Array, scale: number): Promise<Uint8Array> {
  const library = await PDFiumLibrary.init()
  try {
    const document = await library.loadDocument(pdf)
    const { data, width, height } = await document.getPage(0).render({ scale, render: 'bitmap', colorSpace: 'Gray' })
    document.destroy()
    return new Uint8Array(
      await sharp(data, { raw: { width, height, channels: 1 } })
        .png()
        .toBuffer(),
    )
  } finally {
    library.destroy()
  }
}
