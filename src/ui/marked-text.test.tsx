import * as fc from 'fast-check'
import { html } from 'hono/html'
import { describe, expect, test } from 'vitest'
import { innermost, markedSegments, type Span } from './marked-segments.ts'
import { MarkedText } from './marked-text.tsx'

const span = (start: number, end: number, id: string): Span => ({ start, end, id, label: `nhãn ${id}` })
const render = async (text: string, spans: Span[]) =>
  (await html`${<MarkedText text={text} spans={spans} fieldHref={(each) => `#${each.id}`} />}`).toString()

describe('cutting a text at the borders of its spans', () => {
  test('overlapping spans share the middle', () => {
    const segments = markedSegments('abcdef', [span(0, 4, 'x'), span(2, 6, 'y')])
    expect(segments.map((segment) => [segment.text, segment.spans.map((each) => each.id)])).toEqual([
      ['ab', ['x']],
      ['cd', ['x', 'y']],
      ['ef', ['y']],
    ])
  })

  test('of nested spans the shortest is meant', () => {
    const segments = markedSegments('abcdef', [span(0, 6, 'outer'), span(2, 4, 'inner')])
    expect(segments.map((segment) => innermost(segment.spans)?.id)).toEqual(['outer', 'inner', 'outer'])
  })

  test('spans beyond the text are cut and empty ones left out', () => {
    expect(markedSegments('abc', [span(2, 9, 'long'), span(1, 1, 'empty'), span(-3, 1, 'early')])).toMatchObject([
      { text: 'a', spans: [{ id: 'early' }] },
      { text: 'b', spans: [] },
      { text: 'c', spans: [{ id: 'long' }] },
    ])
    expect(markedSegments('', [span(0, 3, 'x')])).toEqual([])
  })

  test('the text is whole and every span begins exactly once', () => {
    const spans = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })), { maxLength: 8 })
    fc.assert(
      fc.property(fc.string({ minLength: 43, maxLength: 60 }), spans, (text, places) => {
        const all = places.map(([start, length], index) => span(start, start + length, `s${index}`))
        const segments = markedSegments(text, all)
        expect(segments.map((segment) => segment.text).join('')).toBe(text)
        const begun = segments.flatMap((segment) => segment.begins.map((each) => each.id))
        expect(begun.sort()).toEqual(all.map((each) => each.id).sort())
      }),
    )
  })
})

describe('the marked text', () => {
  test('each span can be led to, also when two begin at one place', async () => {
    const page = await render('Chiều 23-2 tại Nam Định', [span(0, 10, 'ngay'), span(0, 5, 'buoi')])
    expect(page).toContain('<span class="anchor" id="doan-ngay"></span>')
    expect(page).toContain('id="doan-buoi"')
    expect(page.match(/id="doan-ngay"/g)).toHaveLength(1)
    expect(page).toContain('title="nhãn ngay · nhãn buoi"')
  })

  test('a text that looks like HTML stays text', async () => {
    expect(await render('<b>&', [span(0, 3, 'x')])).toContain('&lt;b&gt;')
  })
})
