import type { Content } from '#platform/content.ts'
import type { Sniffed } from './sniff-medium.ts'

/** What of a page is covered, in parts of its width and height from its upper left corner. */
export interface Box {
  readonly page: number
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export type Drawn = 'pdf' | 'picture'

export type PictureJob =
  | { readonly kind: 'sniff'; readonly content: Content }
  | { readonly kind: 'look'; readonly medium: Drawn; readonly content: Content }
  | { readonly kind: 'show'; readonly medium: Drawn; readonly content: Content }
  | { readonly kind: 'size'; readonly medium: 'picture'; readonly content: Content }
  | {
      readonly kind: 'cover'
      readonly medium: Drawn
      readonly content: Content
      readonly words: readonly string[]
      readonly boxes: readonly Box[]
    }

export interface Size {
  readonly width: number
  readonly height: number
}

export interface Shown extends Size {
  readonly bytes: Uint8Array
}

/** What can be known without decoding. */
export interface Looked extends Size {
  readonly pages: number
}

export interface ShownAll extends Looked {
  /** For lists. */
  readonly small: Shown
  /** The first pages, or the picture itself, as WebP without metadata. */
  readonly large: readonly Shown[]
  readonly text: string
  /** 64 bits as text, of a picture that has enough in it to be told from others. */
  readonly likeness: string | null
}

export interface Sized extends Shown {
  readonly format: 'webp' | 'jpeg'
}

/** One picture in several widths, each as WebP and as JPEG. */
export interface SizedAll {
  readonly sizes: readonly Sized[]
}

export interface Covered {
  /** A PDF of pictures, or a JPEG; without metadata, and with nothing below the boxes. */
  readonly bytes: Uint8Array
  readonly pages: number
  /** How many places were covered for the words given. */
  readonly places: number
}

export type PictureFault = 'damaged' | 'encrypted' | 'tooManyPixels' | 'tooManyPages'

export type PictureAnswer =
  | { readonly ok: true; readonly sniffed: Sniffed }
  | { readonly ok: true; readonly looked: Looked }
  | { readonly ok: true; readonly shown: ShownAll }
  | { readonly ok: true; readonly sized: SizedAll }
  | { readonly ok: true; readonly covered: Covered }
  | { readonly ok: false; readonly fault: PictureFault }

export class Refused extends Error {
  override readonly name = 'Refused'
  readonly fault: PictureFault
  constructor(fault: PictureFault) {
    super(fault)
    this.fault = fault
  }
}

/** A hundred million points are 400 MB once decoded. */
export const mostPixels = 100_000_000
