import { escaped, head, main } from './book-parts.ts'

/** How a cell looks; `places` are decimals that are always shown. */
export interface CellLook {
  readonly kind: 'title' | 'note' | 'head' | 'text' | 'number' | 'points' | 'day' | 'yes_no' | 'plain'
  readonly places?: number | undefined
  /** Further decimals are shown where there are any. */
  readonly isOpen?: boolean | undefined
  readonly isBold?: boolean | undefined
  readonly isEntry?: boolean | undefined
  readonly indent?: number | undefined
}

interface Dress {
  readonly isBold?: boolean
  readonly isItalic?: boolean
  readonly size?: number
  readonly colour?: string
  readonly fill?: string
  readonly isBoxed?: boolean
  readonly alignment?: string
  readonly format?: string
}

const top = 'vertical="top"'
const right = `${top} horizontal="right"`
const centre = `${top} horizontal="center"`

const dresses: Readonly<Record<CellLook['kind'], Dress>> = {
  title: { isBold: true, size: 14 },
  note: { isItalic: true, colour: 'FF5F574E' },
  plain: { alignment: `${top} wrapText="1"` },
  head: {
    isBold: true,
    fill: 'FFEFE6DC',
    isBoxed: true,
    alignment: 'vertical="center" horizontal="center" wrapText="1"',
  },
  text: { isBoxed: true, alignment: `${top} wrapText="1"` },
  number: { isBoxed: true, alignment: right },
  points: { isBoxed: true, alignment: right },
  day: { isBoxed: true, alignment: centre, format: 'dd/mm/yyyy' },
  yes_no: { isBoxed: true, alignment: centre, format: '"Có";;"Không"' },
}

const decimals = (places: number, isOpen: boolean) => {
  const shown = `${'0'.repeat(places)}${isOpen ? '#'.repeat(10) : ''}`
  return shown === '' ? '#,##0' : `#,##0.${shown}`
}

function dressOf({ kind, places = 0, isOpen = false, isBold, isEntry, indent }: CellLook): Dress {
  const dress = dresses[kind]
  return {
    ...dress,
    ...(kind === 'points' && { format: decimals(places, isOpen) }),
    ...(isBold === true && { isBold }),
    ...(isEntry === true && { fill: 'FFFFF9E5' }),
    ...(indent !== undefined && { alignment: `${dress.alignment ?? ''} indent="${indent}"` }),
  }
}

/** Things that are numbered as they come; the same thing has one number. */
class Numbered {
  private readonly numbers = new Map<string, number>()

  constructor(...first: readonly string[]) {
    for (const one of first) this.of(one)
  }

  of(one: string): number {
    const known = this.numbers.get(one)
    if (known !== undefined) return known
    this.numbers.set(one, this.numbers.size)
    return this.numbers.size - 1
  }

  get all(): string[] {
    return [...this.numbers.keys()]
  }
}

function fontOf({ isBold = false, isItalic = false, size = 12, colour }: Dress): string {
  const marks = `${isBold ? '<b/>' : ''}${isItalic ? '<i/>' : ''}<sz val="${size}"/>`
  return `<font>${marks}${colour === undefined ? '' : `<color rgb="${colour}"/>`}<name val="Times New Roman"/></font>`
}

const fillOf = (colour: string) =>
  `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/></patternFill></fill>`
const side = (name: string) => `<${name} style="thin"><color rgb="FFBBB3A8"/></${name}>`
const box = `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}</border>`
/** Numbers below are formats that every program knows. */
const firstFormat = 164

/** The looks that a workbook's cells have, by the number under which a cell names its own. */
export class CellStyles {
  private readonly fonts = new Numbered(fontOf({}))
  private readonly fills = new Numbered(
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  )
  private readonly borders = new Numbered('<border/>', box)
  private readonly formats = new Numbered()
  private readonly looks = new Numbered('<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>')
  /** Looks made for one cell are forgotten with it. */
  private readonly known = new WeakMap<CellLook, number>()
  private readonly byText = new Map<string, number>()

  of(look: CellLook): number {
    const known = this.known.get(look)
    if (known !== undefined) return known
    const { kind, places, isOpen, isBold, isEntry, indent } = look
    const text = `${kind} ${places} ${isOpen} ${isBold} ${isEntry} ${indent}`
    const number = this.byText.get(text) ?? this.looks.of(this.made(look))
    this.byText.set(text, number)
    this.known.set(look, number)
    return number
  }

  private made(look: CellLook): string {
    const dress = dressOf(look)
    const font = this.fonts.of(fontOf(dress))
    const fill = dress.fill === undefined ? 0 : this.fills.of(fillOf(dress.fill))
    const format = dress.format === undefined ? 0 : firstFormat + this.formats.of(dress.format)
    return (
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${Number(dress.isBoxed ?? false)}" xfId="0"` +
      ' applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">' +
      `${dress.alignment === undefined ? '' : `<alignment ${dress.alignment}/>`}</xf>`
    )
  }

  get xml(): string {
    const formats = this.formats.all.map(
      (code, index) => `<numFmt numFmtId="${firstFormat + index}" formatCode="${escaped(code)}"/>`,
    )
    const list = (name: string, all: readonly string[]) =>
      all.length === 0 ? '' : `<${name} count="${all.length}">${all.join('')}</${name}>`
    const plain = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']
    return (
      `${head}<styleSheet xmlns="${main}">${list('numFmts', formats)}${list('fonts', this.fonts.all)}` +
      `${list('fills', this.fills.all)}${list('borders', this.borders.all)}${list('cellStyleXfs', plain)}` +
      `${list('cellXfs', this.looks.all)}<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
    )
  }
}
