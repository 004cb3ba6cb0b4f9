import { expect, test } from 'vitest'
import { addObject } from '../pdf/append.ts'
import { openPdf, openRevision } from '../pdf/file.ts'
import { catalogOf } from '../pdf/pages.ts'
import { dict, raw, ref } from '../pdf/value.ts'
import type { PdfValue } from '../pdf/value.ts'
import { append, editCatalog, editFirstPage, firstPage, put } from '../testing/edit.ts'
import type { Attack } from '../testing/edit.ts'
import { samplePaper } from '../testing/papers.ts'
import { compareRevisions } from './compare-revisions.ts'

const turned = editFirstPage(() => ({ Rotate: 90, Group: dict({ CS: raw('/DeviceRGB') }) }))(samplePaper('Một'))

function changesBy(edit: Attack, paper = turned): string[] {
  const file = openPdf(edit(paper))
  return compareRevisions(openRevision(file, paper.length), file, { left: 1_000_000 }).map(({ kind }) => kind)
}

const page = (entries: Record<string, PdfValue>) => editFirstPage(() => entries)

test('the same page written once more is the same', () => {
  expect(changesBy(page({}))).toEqual([])
  expect(changesBy(page({ Rotate: raw('+90') }))).toEqual([])
  expect(changesBy(page({ Group: raw('<</CS/DeviceRGB>>') }))).toEqual([])
})

test('a whole number with a point is another value: some readers do not take it for a number of degrees', () => {
  expect(changesBy(page({ Rotate: raw('90.0') }))).toEqual(['content'])
  expect(changesBy(page({ Rotate: raw('90.') }))).toEqual(['content'])
})

test('a value that moves into an object of its own is the same when it holds others, and not when it is one word', () => {
  const moved = (key: string, value: PdfValue): Attack => {
    return (pdf) => append(pdf, (draft) => put(draft, firstPage(draft), { [key]: ref(addObject(draft, value)) }))
  }
  expect(changesBy(moved('Group', dict({ CS: raw('/DeviceRGB') })))).toEqual([])
  expect(changesBy(moved('Rotate', 90))).toEqual(['content'])
})

test('nothing in the place of what a page takes over is not its absence', () => {
  expect(changesBy(page({ CropBox: null }))).toEqual(['content'])
  const cleared = page({ CropBox: null })(turned)
  expect(changesBy(page({}), cleared)).toEqual([])
})

test('a form keeps its answer to viewers that would draw the fields anew, also through an object', () => {
  const withForm = editCatalog(() => ({ AcroForm: raw('<</Fields []/NeedAppearances false>>') }))(turned)
  const asked: Attack = (pdf) =>
    append(pdf, (draft) => {
      const wish = addObject(draft, true)
      put(draft, catalogOf(draft.file), { AcroForm: raw(`<</Fields []/NeedAppearances ${wish} 0 R>>`) })
    })
  expect(changesBy(asked, withForm)).toEqual(['form'])
  expect(
    changesBy(
      editCatalog(() => ({ AcroForm: raw('<</Fields []>>') })),
      withForm,
    ),
  ).toEqual([])
})
