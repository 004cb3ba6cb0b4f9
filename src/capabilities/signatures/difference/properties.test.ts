import { createHash } from 'node:crypto'
import { assert, asyncProperty, constantFrom, integer, oneof, property, record, tuple, uint8Array } from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { found } from '#platform/errors.ts'
import { addObject } from '../pdf/append.ts'
import type { Draft } from '../pdf/append.ts'
import { openPdf, resolve } from '../pdf/file.ts'
import { pagesOf, signatureFieldsOf } from '../pdf/pages.ts'
import { PdfSyntaxError } from '../pdf/parse.ts'
import { dict, isArray, isDict, isKind, name, ref } from '../pdf/value.ts'
import type { PdfDict, PdfStream, PdfValue } from '../pdf/value.ts'
import { layField } from '../testing/attacks-on-signatures.ts'
import { append, drawing, editCatalog, editField, firstPage, form, whiteBox } from '../testing/edit.ts'
import type { Attack } from '../testing/edit.ts'
import { samplePaper } from '../testing/papers.ts'
import { renderPages } from '../testing/render-pages.ts'
import { makeHouse, now, signInTurn } from '../testing/signers.ts'
import type { TestHouse } from '../testing/signers.ts'
import { verifyPdf } from '../verify-pdf.ts'

let house: TestHouse
let revisions: Uint8Array[]
let shown: string | null

const seed = 20_261_123
const whole = () => found(revisions.at(-1))

beforeAll(async () => {
  house = await makeHouse()
  revisions = await signInTurn(house, 5)
  shown = await renderPages(whole())
})

async function verdictOf(pdf: Uint8Array) {
  const at = new Date(now.getTime() + 3_600_000)
  const report = await verifyPdf(pdf, { trust: [house.root], at })
  return 'problem' in report ? report.problem : report.verdict
}

const intact = ['valid', 'untrusted', 'partlySigned']

/** Nobody may call it intact and see something else. */
async function demandSameIfIntact(pdf: Uint8Array) {
  const isIntact = intact.includes(await verdictOf(pdf))
  expect(isIntact ? await renderPages(pdf) : shown).toBe(shown)
}

type Bytes = (pdf: Uint8Array) => Uint8Array

const place = integer({ min: 0, max: 1_000_000 })
const splice =
  (at: number, remove: number, bytes: Uint8Array): Bytes =>
  (pdf) => {
    const from = at % pdf.length
    return Buffer.concat([pdf.subarray(0, from), bytes, pdf.subarray(from + remove)])
  }
const flip =
  (at: number, change: number): Bytes =>
  (pdf) => {
    const copy = Buffer.from(pdf)
    copy[at % pdf.length] = (copy[at % pdf.length] ?? 0) ^ change
    return copy
  }
const tokens = [
  '<<',
  '>>',
  '[',
  ']',
  '(',
  ')',
  'obj',
  'endobj',
  'stream',
  'xref',
  'null',
  '1 0 R',
  '/Length 9999999999',
  '/Prev 0',
]
const token = constantFrom(...tokens).map((text) => Buffer.from(` ${text} `))
const bytesEdit: Arbitrary<Bytes> = oneof(
  tuple(place, integer({ min: 1, max: 255 })).map(([at, change]) => flip(at, change)),
  tuple(place, uint8Array({ minLength: 1, maxLength: 8 })).map(([at, bytes]) => splice(at, 0, bytes)),
  tuple(place, integer({ min: 1, max: 40 })).map(([at, count]) => splice(at, count, new Uint8Array())),
  tuple(place, token).map(([at, text]) => splice(at, 0, text)),
)

test('no flipped, added or removed byte changes what an intact paper shows', async () => {
  await assert(
    asyncProperty(bytesEdit, (edit) => demandSameIfIntact(edit(whole()))),
    { numRuns: 150, seed },
  )
})

function values(draft: Draft): PdfValue[] {
  const plain: PdfValue[] = [null, 0, 1, -7, 180, name('Hidden'), [], [0, 0, 595, 842], dict({}), firstPage(draft).ref]
  const drawn = [drawing(draft, whiteBox), form(draft, whiteBox), dict({ N: form(draft, whiteBox) })]
  return [...plain, ...drawn]
}

const keys =
  'AP V Rect F Contents Resources Annots MediaBox Rotate Font XObject Length Kids Fields FT OC Matrix BBox'.split(' ')

/** Any object of the file gets another value somewhere, or in its place. */
const objectEdit: Arbitrary<Attack> = record({
  at: place,
  key: place,
  value: place,
  way: integer({ min: 0, max: 3 }),
}).map(
  ({ at, key, value, way }) =>
    (pdf) =>
      append(pdf, (draft) => {
        const nums = [...draft.file.entries].flatMap(([num, entry]) => (entry.kind === 'plain' ? [num] : []))
        const num = found(nums[at % nums.length])
        const old = resolve(draft.file, ref(num))
        const choices = values(draft)
        const fresh = choices[value % choices.length] ?? null
        draft.objects.set(num, changed(old, { fresh, key, way }))
      }),
)

interface Changing {
  fresh: PdfValue
  key: number
  way: number
}

function changed(old: PdfValue, { fresh, key, way }: Changing): PdfValue {
  if (isKind(old, 'stream')) return changedStream(old, { fresh, key, way })
  if (isArray(old) && way > 0) return [...old, fresh]
  if (!isDict(old) || way === 3) return isKind(fresh, 'ref') ? null : fresh
  return changedDict(old, { fresh, key, way })
}

function changedStream(old: PdfStream, changing: Changing): PdfValue {
  if (changing.way > 1) return { ...old, dict: changedDict(old.dict, changing) }
  return { ...old, data: Buffer.from(whiteBox), dict: changing.way === 0 ? dict({}) : old.dict }
}

function changedDict(old: PdfDict, { fresh, key, way }: Changing): PdfDict {
  const names = way === 1 ? keys : [...old.keys(), ...keys.slice(0, 2)]
  return new Map([...old, [names[key % names.length] ?? 'X', fresh] as const])
}

const box = tuple(place, place, place, place).map((sides) => sides.map((side) => side % 700))

/** Things that look like the next signature, with something of their own. */
const fieldEdit: Arbitrary<Attack> = record({
  rect: box,
  flags: integer({ min: 0, max: 255 }),
  kind: place,
  key: place,
}).map(({ rect, flags, kind, key }) => {
  const entries = (draft: Draft): Record<string, PdfValue> => {
    const choices = values(draft)
    const extra = { [keys[key % keys.length] ?? 'X']: choices[kind % choices.length] ?? null }
    return { F: flags, AP: dict({ N: form(draft, kind % 2 === 0 ? whiteBox : '') }), ...(key % 3 === 0 ? extra : {}) }
  }
  const laid = layField({ rect: kind % 3 === 0 ? [0, 0, 0, 0] : rect, entries })
  const filled = editField('unit-6', (draft) => entries(draft))
  const kept = editCatalog((draft) => ({
    DSS: dict({ Certs: [ref(addObject(draft, values(draft)[kind % 10] ?? null))] }),
  }))
  return [laid, filled, kept][kind % 3] ?? laid
})

test('no revision that is put behind changes what an intact paper shows', async () => {
  await assert(
    asyncProperty(oneof(objectEdit, objectEdit, fieldEdit), (edit) => demandSameIfIntact(edit(whole()))),
    { numRuns: 60, seed },
  )
})

test('no beginning of a paper is called whole', async () => {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const knownRevisions = revisions.map((bytes) => ({ sha256: sha256(bytes), length: bytes.length }))
  const ends = revisions.slice(0, -1).map(({ length }) => length)
  const end = oneof(integer({ min: 0, max: whole().length - 1 }), constantFrom(...ends, whole().length - 1))
  await assert(
    asyncProperty(end, async (length) => {
      const at = new Date(now.getTime() + 3_600_000)
      const report = await verifyPdf(whole().subarray(0, length), { trust: [house.root], at, knownRevisions })
      if ('problem' in report) return
      expect(report.verdict).not.toMatch(/^(valid|partlySigned|untrusted)$/)
      expect(report.revisions?.state).not.toBe('complete')
    }),
    { numRuns: 60, seed },
  )
})

test('reading ends, well or with its own error, whatever was done to a file', () => {
  const paper = samplePaper('Một')
  const edits = tuple(
    bytesEdit,
    bytesEdit,
    tuple(place, token).map(([at, text]) => splice(at, 0, text)),
  )
  assert(
    property(edits, (all) => {
      const broken = all.reduce<Uint8Array>((pdf, edit) => edit(pdf), paper)
      try {
        const file = openPdf(broken)
        signatureFieldsOf(file)
        pagesOf(file)
        for (const num of file.entries.keys()) resolve(file, ref(num))
      } catch (error) {
        if (!(error instanceof PdfSyntaxError)) throw error
      }
    }),
    { numRuns: 150, seed },
  )
})
