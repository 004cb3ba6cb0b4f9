const signs = [
  { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
] as const

export type PaperMediaType = (typeof signs)[number]['mediaType']

/** What the bytes are, whatever the file's name or the browser says; nothing for what may not be kept as a paper. */
export function sniffMediaType(bytes: Uint8Array): PaperMediaType | undefined {
  return signs.find(({ begins }) => begins.every((byte, index) => bytes[index] === byte))?.mediaType
}
