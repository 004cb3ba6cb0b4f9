import { guardZip, type ZipFault } from '#platform/zip-guard.ts'

export type FileMedium = 'pdf' | 'picture' | 'office'

export type Sniffed =
  | { readonly medium: FileMedium; readonly mediaType: string; readonly ending: string }
  | { readonly fault: 'unknown' | 'heic' | 'oldOffice' | 'macro' | ZipFault }

const text = (bytes: Uint8Array, from: number, to: number) => Buffer.from(bytes.subarray(from, to)).toString('latin1')

const pictures = [
  { mediaType: 'image/png', ending: 'png', is: (bytes: Uint8Array) => text(bytes, 0, 8) === '\u0089PNG\r\n\u001a\n' },
  { mediaType: 'image/jpeg', ending: 'jpg', is: (bytes: Uint8Array) => text(bytes, 0, 3) === '\u00ff\u00d8\u00ff' },
  {
    mediaType: 'image/webp',
    ending: 'webp',
    is: (bytes: Uint8Array) => text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP',
  },
] as const

const office = 'application/vnd.openxmlformats-officedocument'

const officeFiles = [
  { holds: 'word/document.xml', mediaType: `${office}.wordprocessingml.document`, ending: 'docx' },
  { holds: 'xl/workbook.xml', mediaType: `${office}.spreadsheetml.sheet`, ending: 'xlsx' },
  { holds: 'ppt/presentation.xml', mediaType: `${office}.presentationml.presentation`, ending: 'pptx' },
] as const

function sniffZip(bytes: Uint8Array): Sniffed {
  const verdict = guardZip(bytes)
  if (!verdict.ok) return { fault: verdict.reason }
  if (verdict.names.some((name) => /vbaproject\.bin$/iu.test(name))) return { fault: 'macro' }
  const kind = officeFiles.find(({ holds }) => verdict.names.includes(holds))
  return kind ? { medium: 'office', mediaType: kind.mediaType, ending: kind.ending } : { fault: 'unknown' }
}

/** What the bytes are, whatever the file's name or the browser says. A zip file is looked through before it counts. */
export function sniffMedium(bytes: Uint8Array): Sniffed {
  if (text(bytes, 0, 5) === '%PDF-') return { medium: 'pdf', mediaType: 'application/pdf', ending: 'pdf' }
  const picture = pictures.find(({ is }) => is(bytes))
  if (picture) return { medium: 'picture', mediaType: picture.mediaType, ending: picture.ending }
  if (text(bytes, 0, 4) === 'PK\u0003\u0004') return sniffZip(bytes)
  if (/^ftyp(?:heic|heix|hevc|mif1|msf1)/u.test(text(bytes, 4, 12))) return { fault: 'heic' }
  return { fault: text(bytes, 0, 4) === '\u00d0\u00cf\u0011\u00e0' ? 'oldOffice' : 'unknown' }
}
