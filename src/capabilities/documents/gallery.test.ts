import { afterAll, expect, test } from 'vitest'
import { gallery } from './gallery.ts'
import { textOf } from './pdf.fixture.ts'
import { createRenderer } from './render-pdf.ts'

const renderer = createRenderer({ children: 1 })
afterAll(() => renderer.close())

test.each(Object.entries(gallery))('the text and lay-out of the %s are those once looked at', async (name, paper) => {
  const { pdf } = await renderer.renderPdf(paper)
  await expect(textOf(pdf)).toMatchFileSnapshot(`./golden/${name}.txt`)
})
