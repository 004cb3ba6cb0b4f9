import type { Locale } from '#platform/words.ts'
import type { ProfileName } from './profiles.ts'

/** A stretch of text in one style. The text is literal: no mark-up is ever read from it; a line feed breaks the line. */
export type Run = { text: string; bold?: boolean; italic?: boolean }

export type Text = string | readonly Run[]

/** A clause with the number it already carries ("1.", "a)", "-"); it is printed as given, never counted anew. */
export type Clause = { number: string; text: Text; clauses?: readonly Clause[] }

/** `width` is a share of the text's width, relative to the other columns. */
export type Column = { title: string; width: number; align?: 'left' | 'center' | 'right' }

export type Party = { number: string; name: string; representative?: string; post?: string }

export type Block =
  /** Căn cứ: italic, each line closed by ";" and the last by "." whatever the input ends with. */
  | { kind: 'bases'; lines: readonly string[] }
  | { kind: 'paragraph'; text: Text; align?: 'justify' | 'left' | 'center' | 'right' }
  /** Level 1 is "I.", level 2 "1.", level 3 "a)". */
  | { kind: 'heading'; level: 1 | 2 | 3; number?: string; text: string }
  | { kind: 'clauses'; clauses: readonly Clause[] }
  /** The head row repeats on each page; a row is never split unless it is taller than a page. */
  | { kind: 'table'; columns: readonly Column[]; rows: readonly (readonly Text[])[] }
  | { kind: 'parties'; parties: readonly Party[] }
  /** A drawing as wide as the text, with words for whoever cannot see it; its figures stand in the text or a table. */
  | { kind: 'picture'; svg: string; alt: string; caption?: string }
  /** Blocks that stay on one page, unless they are taller than one. */
  | { kind: 'group'; blocks: readonly Block[] }

/** One place to sign. `field` names the signature field; names are unique within a paper. */
export type SignatureCell = { field: string; caption: readonly string[]; post?: string; signer?: string }

/** A grid of equal cells in the order given, and the closing cells beneath it (the head of the bloc, a witness). */
export type Signatures = {
  heading?: string
  columns: 2 | 3
  cells: readonly SignatureCell[]
  closing: readonly SignatureCell[]
}

/**
 * What lets a reader check the paper: SHA-256 (hex) of the canonical content, short code, address for the QR code, and a
 * line of signs that ties the paper to the log of that moment.
 */
export type Proof = { hash: string; code: string; url: string; checkpoint?: string }

/** `parent` and `body` are the lines of the issuer's name: the body it belongs to, and its own. */
export type PaperHead = { parent: readonly string[]; body: readonly string[]; placeAndDate: string; number?: string }

/** A printed paper as blocks. Dates are 'YYYY-MM-DD'; the same paper always gives the same bytes. */
export type Paper = {
  profile: ProfileName
  language: Locale
  documentDate: string
  metadata: { author: string; keywords?: readonly string[] }
  head: PaperHead
  title: string
  /** Trích yếu. */
  about?: string
  blocks: readonly Block[]
  signatures?: Signatures
  recipients?: readonly string[]
  proof?: Proof
  /** A framed word at the head of every page: a draft, a sample. */
  mark?: string
}

/** Where a signature field lies: page from 1, PDF points from the lower left corner of the page. */
export type SignatureBox = { field: string; page: number; rect: [x1: number, y1: number, x2: number, y2: number] }

export type RenderedPaper = { pdf: Uint8Array; pages: number; boxes: SignatureBox[] }
