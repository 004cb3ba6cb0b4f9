import { openPdf } from '../pdf/file.ts'
import type { PdfFile } from '../pdf/file.ts'
import { catalogOf } from '../pdf/pages.ts'
import { SigningError } from './signing-error.ts'

/** Opens a PDF that is to get another revision; throws SigningError when it cannot be read or is encrypted. */
export function openForSigning(pdf: Uint8Array): PdfFile {
  const file = read(pdf)
  if (file.trailer.has('Encrypt')) throw new SigningError('pdf.encrypted')
  return file
}

function read(pdf: Uint8Array): PdfFile {
  try {
    const file = openPdf(pdf)
    catalogOf(file)
    return file
  } catch (cause) {
    throw new SigningError('pdf.unreadable', { cause })
  }
}
