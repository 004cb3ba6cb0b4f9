import { gzipSync } from 'node:zlib'
import autocannon from 'autocannon'
import { readAssets } from '../src/app/assets.ts'
import { removeData, startProgram } from './program.ts'
import { printMeasures, type Measure } from './report.ts'

const text = async (url: string) => (await fetch(url)).text()
const sizeOf = async (url: string) => (await (await fetch(url)).arrayBuffer()).byteLength

/** Files that a telephone of 390 points asks for: the style, its fonts, and of each picture seen first the 480 size. */
async function firstVisit(address: string, path: string): Promise<number> {
  const html = await text(address + path)
  const style = /href="(?<path>\/assets\/public-[^"]+\.css)"/u.exec(html)?.groups?.['path'] ?? ''
  const css = await text(address + style)
  const fonts = [...css.matchAll(/url\(["']?(?<path>\/assets\/fonts\/[^)"']*(?:latin|vietnamese)-\d+-normal\.woff2)/gu)]
    .map(({ groups }) => groups?.['path'] ?? '')
    .filter((font) => !font.includes('latin-ext'))
  const pictures = [...html.matchAll(/(?<path>\/tin\/anh\/[0-9a-f]+-480\.webp) 480w/gu)].map((found) => found[1] ?? '')
  let bytes = Buffer.byteLength(html)
  for (const file of new Set([style, '/assets/icon.svg', ...fonts, ...pictures])) bytes += await sizeOf(address + file)
  return bytes / 1000
}

async function pagesASecond(url: string, seconds: number): Promise<number> {
  const { non2xx, errors, requests } = await autocannon({ url, connections: 16, duration: seconds })
  if (non2xx + errors > 0) throw new Error(`${url}: ${non2xx} refused, ${errors} errors`)
  return requests.average
}

async function measuresOf(address: string, [name, path]: readonly [string, string]): Promise<Measure[]> {
  await pagesASecond(address + path, 1)
  return [
    {
      what: `first visit: ${name}, all fonts and pictures`,
      value: await firstVisit(address, path),
      unit: 'kB',
      bar: { at: 200, side: 'most' },
    },
    {
      what: `warm: ${name}`,
      value: await pagesASecond(address + path, 4),
      unit: 'pages/s',
      bar: { at: 1500, side: 'least' },
    },
  ]
}

const pathIn = (html: string, pattern: RegExp) => pattern.exec(html)?.groups?.['path'] ?? '/'

/** The public pages as people first meet them, and the editor's own script. */
export async function benchPortal(): Promise<void> {
  const program = await startProgram({ port: 3911, demo: true })
  const { address } = program
  const pages = [
    ['home', '/'],
    ['the list of news', '/tin'],
    ['an article', pathIn(await text(`${address}/tin`), /href="(?<path>\/tin\/\d{4}\/[^"]+)"/u)],
    ['a bloc', pathIn(await text(address), /href="(?<path>\/khoi-thi-dua\/[^"/]+)"/u)],
  ] as const
  const measures: Measure[] = []
  for (const page of pages) measures.push(...(await measuresOf(address, page)))
  const { editorScript } = await readAssets(new URL('../dist/assets/', import.meta.url))
  const editor = Buffer.from(await (await fetch(address + editorScript)).arrayBuffer())
  measures.push({
    what: 'script of the page that edits an article, gzip',
    value: gzipSync(editor).length / 1000,
    unit: 'kB',
    bar: { at: 160, side: 'most' },
  })
  await program.stop()
  await removeData(program.dataFolder)
  printMeasures('portal (load generator on the same two cores)', measures)
}
