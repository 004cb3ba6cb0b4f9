import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { strToU8, zipSync } from 'fflate'
import { openPictures, type Seen } from './open-pictures.ts'
import { sniffMedium } from './sniff-medium.ts'
import { dataPage, photo, photoWithPlace } from './testing/pictures.ts'

const pictures = openPictures()

function what<What>(seen: Seen<What>): What {
  if (!seen.ok) throw new Error(seen.fault)
  return seen.what
}

const distance = (one: string | null, other: string | null) =>
  (one ?? '').split('').filter((bit, index) => bit !== other?.[index]).length

describe('what a file is', () => {
  test('is told by its bytes', async () => {
    expect(sniffMedium(dataPage(['x']))).toMatchObject({ medium: 'pdf' })
    expect(sniffMedium(await photo(1).png().toBuffer())).toMatchObject({ mediaType: 'image/png' })
    expect(sniffMedium(await photo(1).webp().toBuffer())).toMatchObject({ mediaType: 'image/webp' })
    expect(sniffMedium(zipSync({ 'xl/workbook.xml': strToU8('<x/>') }))).toMatchObject({ ending: 'xlsx' })
    expect(sniffMedium(strToU8('<svg onload="x"/>'))).toEqual({ fault: 'unknown' })
    expect(sniffMedium(strToU8('MZ program'))).toEqual({ fault: 'unknown' })
    expect(sniffMedium(strToU8('0000ftypheic'))).toEqual({ fault: 'heic' })
  })

  test('a workbook with a macro and a zip bomb are refused before anything opens them', () => {
    const macro = zipSync({ 'word/document.xml': strToU8('<x/>'), 'word/vbaProject.bin': strToU8('x') })
    expect(sniffMedium(macro)).toEqual({ fault: 'macro' })
    const bomb = zipSync({ 'word/document.xml': [new Uint8Array(60 * 1024 * 1024), { level: 1 }] })
    expect(sniffMedium(bomb)).toEqual({ fault: 'too_large' })
  })
})

describe('pictures', () => {
  test('of a photograph are small, turned upright and without the place where it was taken', async () => {
    const shown = what(await pictures.show('picture', await photoWithPlace()))
    expect([shown.width, shown.height]).toEqual([300, 400])
    expect(Math.max(shown.small.width, shown.small.height)).toBe(320)
    const kept = await sharp(shown.large[0]?.bytes).metadata()
    expect(kept).toMatchObject({ format: 'webp', width: 300, height: 400 })
    expect(kept.exif).toBeUndefined()
  })

  test('of a PDF are its pages, and its words can be searched', async () => {
    const shown = what(await pictures.show('pdf', dataPage(['Hội nghị tổng kết', 'trang hai'])))
    expect(shown.pages).toBe(2)
    expect(shown.large).toHaveLength(2)
    expect(shown.text).toContain('trang hai')
  })

  test('that would take all memory are refused by their head alone', async () => {
    const bomb = await sharp({ create: { width: 12_000, height: 12_000, channels: 3, background: '#fff' } })
      .png({ compressionLevel: 9 })
      .toBuffer()
    expect(bomb.length).toBeLessThan(1_000_000)
    expect(await pictures.look('picture', bomb)).toEqual({ ok: false, fault: 'tooManyPixels' })
    expect(await pictures.show('picture', bomb)).toEqual({ ok: false, fault: 'tooManyPixels' })
  })

  test('of what is broken are not made', async () => {
    const whole = await photo(1).jpeg().toBuffer()
    expect(await pictures.show('picture', whole.subarray(0, whole.length / 2))).toEqual({ ok: false, fault: 'damaged' })
    expect(await pictures.look('pdf', strToU8('%PDF-1.7\nnothing'))).toEqual({ ok: false, fault: 'damaged' })
  })

  test('that were saved again or made smaller are alike, others are not', async () => {
    const likeness = async (bytes: Uint8Array) => what(await pictures.show('picture', bytes)).likeness
    const first = await likeness(await photo(1).jpeg({ quality: 95 }).toBuffer())
    const again = await likeness(await photo(1).resize(200).jpeg({ quality: 40 }).toBuffer())
    const other = await likeness(await photo(2).jpeg().toBuffer())
    expect(distance(first, again)).toBeLessThanOrEqual(4)
    expect(distance(first, other)).toBeGreaterThan(12)
    const blank = sharp({ create: { width: 300, height: 300, channels: 3, background: '#eee' } })
    expect(await likeness(await blank.jpeg().toBuffer())).toBeNull()
  })
})

describe('a covered copy', () => {
  const text = ['Họ tên: Nguyễn Văn An, căn cước 036099001234, điện thoại 0912 345 678', 'Trang hai: 036099001234']

  test('of a PDF holds neither the words, nor a point of them, nor who made it', async () => {
    const bytes = dataPage(text)
    const covered = what(
      await pictures.cover('pdf', bytes, { words: ['036099001234', '0912345678', 'nguyen van an'], boxes: [] }),
    )
    expect(covered).toMatchObject({ pages: 2, places: 4 })
    const raw = Buffer.from(covered.bytes).toString('latin1')
    expect(raw).not.toMatch(/Producer|Author|CreationDate|036099/u)
    const seen = what(await pictures.show('pdf', covered.bytes))
    expect(seen.text.trim()).toBe('')
    // The same page with the same boxes drawn over other digits gives the same points: nothing shines through.
    const otherText = text.map((line) => line.replaceAll('036099001234', '111111111111'))
    const other = what(
      await pictures.cover('pdf', dataPage(otherText), {
        words: ['111111111111', '0912345678', 'nguyen van an'],
        boxes: [],
      }),
    )
    const points = async (pdf: Uint8Array) =>
      sharp(what(await pictures.show('pdf', pdf)).large[1]?.bytes)
        .raw()
        .toBuffer()
    expect(Buffer.compare(await points(covered.bytes), await points(other.bytes))).toBe(0)
    expect(Buffer.compare(await points(covered.bytes), await points(bytes))).not.toBe(0)
  })

  test('of a photograph is black where the box lay and carries no place', async () => {
    const box = { page: 1, left: 0.25, top: 0.25, width: 0.5, height: 0.5 }
    const covered = what(await pictures.cover('picture', await photoWithPlace(), { words: [], boxes: [box] }))
    const { data, info } = await sharp(covered.bytes).raw().toBuffer({ resolveWithObject: true })
    const at = (across: number, down: number) => {
      const start = (Math.floor(down * info.height) * info.width + Math.floor(across * info.width)) * info.channels
      return Math.max(...data.subarray(start, start + 3))
    }
    expect(at(0.5, 0.5)).toBeLessThan(8)
    expect(at(0.3, 0.7)).toBeLessThan(8)
    expect((await sharp(covered.bytes).metadata()).exif).toBeUndefined()
  })
})
