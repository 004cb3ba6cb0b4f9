/** What a file is by its bytes; its name and its sender's claim do not count. */
export type FileKind = 'pdf' | 'zip' | 'ole' | 'picture' | 'rtf' | 'html' | 'program' | 'text'

const signs: readonly { readonly kind: FileKind; readonly begins: readonly number[] }[] = [
  { kind: 'zip', begins: [0x50, 0x4b, 0x03, 0x04] },
  { kind: 'zip', begins: [0x50, 0x4b, 0x05, 0x06] },
  { kind: 'ole', begins: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { kind: 'picture', begins: [0x89, 0x50, 0x4e, 0x47] },
  { kind: 'picture', begins: [0xff, 0xd8, 0xff] },
  { kind: 'picture', begins: [0x47, 0x49, 0x46, 0x38] },
  { kind: 'picture', begins: [0x49, 0x49, 0x2a, 0x00] },
  { kind: 'picture', begins: [0x4d, 0x4d, 0x00, 0x2a] },
  { kind: 'program', begins: [0x4d, 0x5a, 0x90] },
  { kind: 'program', begins: [0x7f, 0x45, 0x4c, 0x46] },
  { kind: 'rtf', begins: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
]

export function sniffFile(bytes: Uint8Array): FileKind {
  const sign = signs.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte))
  if (sign) return sign.kind
  const opening = new TextDecoder('latin1').decode(bytes.subarray(0, 1024))
  // Some writers put a few bytes before the header; readers accept it within the first kilobyte.
  if (opening.includes('%PDF-')) return 'pdf'
  return /^[\s\u00ef\u00bb\u00bf]*<(?:!doctype html|html|head|body)/iu.test(opening) ? 'html' : 'text'
}

/** An old office file that holds an encrypted new one, as Word writes .docx with a password. */
export function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const name = Buffer.from('EncryptedPackage', 'utf16le')
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
}
