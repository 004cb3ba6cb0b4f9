import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '#platform/project-root.ts'
import { readHelpBook } from './help-book.ts'
import { readHelpPage } from './help-page.ts'

const htmlOf = (markdown: string) => readHelpPage('thu', `# Tên trang\n\n${markdown}`).html

describe('a page of help', () => {
  test('takes its title from the heading and its summary from the first paragraph', () => {
    const page = readHelpPage('thu', '# Ký **giao ước**\n\nMột [câu](/x)\nmở đầu.\n\n1. Bước một\n')
    expect(page).toMatchObject({ title: 'Ký giao ước', summary: 'Một câu mở đầu.' })
    expect(page.html).toContain('<li>Bước một</li>')
    expect(page.html).not.toContain('<h1')
  })

  test('shows raw HTML as text', () => {
    expect(htmlOf('Xin <b onclick="x()">chào</b>\n\n<script>alert(1)</script>')).not.toMatch(/<(b|script)/)
  })

  test('keeps links to pages, this site and the web, and drops the address of all others', () => {
    expect(htmlOf('[ký](ky-giao-uoc.md#buoc)')).toContain('href="/huong-dan/ky-giao-uoc#buoc"')
    expect(htmlOf('[a](/kiem-tra)')).toContain('href="/kiem-tra"')
    for (const href of ['javascript:alert(1)', '//elsewhere.test', 'data:text/html,x', 'http://plain.test'])
      expect(htmlOf(`[a](${href})`)).not.toContain('href')
  })

  test('shows pictures of the book only, with their words', () => {
    expect(htmlOf('![Nút “Ký”](anh/ky.png)')).toContain('<img src="/huong-dan/anh/ky.png" alt="Nút “Ký”"')
    expect(htmlOf('![x](https://elsewhere.test/a.png)')).not.toContain('<img')
  })

  test('without a title is no page', () => {
    expect(() => readHelpPage('thu', 'không có tên')).toThrow('must begin with its title')
  })
})

const book = readHelpBook()
const pages = book.chapters.flatMap((chapter) => chapter.pages)

/** Every page that a screen says explains it: `help: 'chu-ky'`. */
function pagesThatScreensName(): string[] {
  const folder = new URL('src/', projectRoot())
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.tsx?$/.test(name))
  return sources.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/\bhelp: '([a-z-]+)'/g)].map((found) => found[1] ?? ''),
  )
}

test('each screen that names a page of help has that page', () => {
  const named = pagesThatScreensName()
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((slug) => book.page(slug) === undefined)).toEqual([])
})

test('each page has a summary, stands in a chapter, and links to pages that are there', () => {
  expect(pages.filter((page) => page.summary.length < 40).map((page) => page.slug)).toEqual([])
  expect(book.chapters.map((chapter) => chapter.name)).not.toContain('more')
  const linked = pages.flatMap((page) => [...page.html.matchAll(/href="\/huong-dan\/([a-z-]+)/g)])
  expect(linked.filter((found) => book.page(found[1] ?? '') === undefined)).toEqual([])
})

test('the book gives no file outside its pictures', () => {
  expect(book.picture('../dang-nhap.md')).toBeUndefined()
  expect(book.page('../../package')).toBeUndefined()
})
