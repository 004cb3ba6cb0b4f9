import { found } from '#platform/errors.ts'
import * as edits from './attacks.ts'
import { careless, certifications, forgeries, sneaky } from './attacks-on-signatures.ts'
import { disagreements } from './attacks-on-readers.ts'
import type { Attack } from './edit.ts'
import { certifiedAgain, coverage, shadows, sneakySigner, wrapped } from './forge.ts'
import type { Forgery } from './forge.ts'
import type { TestHouse } from './signers.ts'

/** A house and its paper: prepared, and after each of six signatures. */
export interface AttackedPaper {
  readonly house: TestHouse
  readonly revisions: readonly Uint8Array[]
}

export interface NamedAttack {
  readonly group: string
  readonly name: string
  make(on: AttackedPaper): Promise<Uint8Array>
}

const six = ({ revisions }: AttackedPaper) => found(revisions.at(-1))
const five = ({ revisions }: AttackedPaper) => found(revisions[5])

const group = (name: string, attacks: Readonly<Record<string, Attack>>, on = six): NamedAttack[] =>
  Object.entries(attacks).map(([attack, change]) => ({
    group: name,
    name: attack,
    make: async (paper) => change(on(paper)),
  }))

const forged = (name: string, forgeries: Readonly<Record<string, Forgery>>): NamedAttack[] =>
  Object.entries(forgeries).map(([attack, forge]) => ({ group: name, name: attack, make: ({ house }) => forge(house) }))

/** The seven of the measured table; the eighth is told by its own answer. */
const seven = {
  'a white box and a new score on a page': edits.paintOver,
  'a stamp laid over the score': edits.addAnnotation,
  'a signed field moved and enlarged': edits.moveWidget,
  'the picture of a signature exchanged': edits.swapStamp,
  'a font exchanged': edits.swapFonts,
  'pages in another order': edits.swapPages,
  'one signed bit flipped': edits.flipBit,
}

const page = {
  'the drawing of a page replaced': edits.replaceContent,
  'a page taken out': edits.dropPage,
  'a page shown twice': edits.repeatPage,
  'a page cropped': edits.cropPage,
  'a page turned': edits.turnPage,
  'another title': edits.retitle,
  'another language': edits.renameLanguage,
  layers: edits.addLayers,
  'an attachment': edits.addAttachment,
  'the form taken out': edits.hideSignatures,
  'the form and the fields taken out': edits.hideFields,
  'bytes behind the end': edits.growTail,
}

const scripts = {
  'a script when the file is opened': edits.addScript,
  'a script when a page is opened': edits.addPageAction,
  'a script under a name': edits.addNamedScript,
}

const annotations = {
  'free text': edits.addFreeText,
  'a redaction': edits.addRedaction,
  'a field of text': edits.addTextField,
}

const emptyField = {
  'a picture in an empty field, and no signature': edits.paintField,
  'a signature shown a second time in an empty field': edits.borrowSignature,
}

/** Every attack is made afresh; none of them may be called intact. */
export const attackList: readonly NamedAttack[] = [
  ...group('The seven', seven),
  ...group('Pages and settings', page),
  ...group('Scripts', scripts),
  ...group('Evil annotations (EAA)', annotations),
  ...group('Incremental saving (ISA)', careless),
  ...group('Universal forgery (USF)', forgeries, five),
  ...group('Empty fields', emptyField, five),
  ...group('Certification', certifications),
  ...forged('Certification', { 'a second certifying signature': certifiedAgain }),
  ...group('Sneaky additions', sneaky),
  ...forged('Sneaky additions', { "a signer's own right signature laid over the text": sneakySigner }),
  ...group('Readers that disagree', disagreements),
  ...forged('Signature wrapping (SWA)', { 'others stand in the gap of the signature': wrapped }),
  ...forged('Shadow', shadows),
  ...forged('Coverage anomalies, really signed', coverage),
]
