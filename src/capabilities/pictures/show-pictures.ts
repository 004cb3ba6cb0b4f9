import { openPdfPages } from './pdf-pages.ts'
import { Refused, type Drawn, type Looked, type Shown, type ShownAll } from './picture-job.ts'
import { asWebp, likenessOf, lookAtPicture, openPicture } from './read-picture.ts'

const [smallAcross, largeAcross] = [320, 1600]
const [shownPages, readPages] = [10, 300]
/** Enough for a search; a page that nobody could read is not kept. */
const mostText = 200_000

async function lookAtPdf(bytes: Uint8Array): Promise<Looked> {
  const pdf = await openPdfPages(bytes)
  if (pdf.count === 0) throw new Refused('damaged')
  const { width, height } = pdf.sizeOf(0)
  return { pages: pdf.count, width: Math.round(width), height: Math.round(height) }
}

export const lookAt = (medium: Drawn, bytes: Uint8Array) => (medium === 'pdf' ? lookAtPdf(bytes) : lookAtPicture(bytes))

async function showPdf(bytes: Uint8Array): Promise<ShownAll> {
  const looked = await lookAtPdf(bytes)
  const pdf = await openPdfPages(bytes)
  let text = ''
  for (let page = 0; page < Math.min(pdf.count, readPages) && text.length < mostText; page++)
    text += `${pdf.textOf(page)}\n`
  const large: Shown[] = []
  for (let page = 0; page < Math.min(pdf.count, shownPages); page++)
    large.push(await asWebp(await pdf.draw(page, largeAcross), largeAcross))
  const small = await asWebp(await pdf.draw(0, smallAcross * 2), smallAcross)
  return {
    ...looked,
    small,
    large,
    text: text.slice(0, mostText).replaceAll('\0', '').normalize('NFC'),
    likeness: null,
  }
}

async function showPicture(bytes: Uint8Array): Promise<ShownAll> {
  const looked = await lookAtPicture(bytes)
  const [small, large] = [await asWebp(openPicture(bytes), smallAcross), await asWebp(openPicture(bytes), largeAcross)]
  return { ...looked, small, large: [large], text: '', likeness: await likenessOf(bytes) }
}

export const showAll = (medium: Drawn, bytes: Uint8Array) => (medium === 'pdf' ? showPdf(bytes) : showPicture(bytes))
