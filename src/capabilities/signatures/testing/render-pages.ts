import { createHash } from 'node:crypto'
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What the pages show, coarsely, by poppler's `pdftoppm`: one hash over the pixels of all; null when it shows none. */
export async function renderPages(pdf: Uint8Array): Promise<string | null> {
  const folder = await mkdtemp(join(tmpdir(), 'giao-uoc-pages-'))
  try {
    await writeFile(join(folder, 'paper.pdf'), pdf)
    await run('pdftoppm', ['-r', '24', '-gray', join(folder, 'paper.pdf'), join(folder, 'page')]).catch(() => undefined)
    const pages = (await readdir(folder)).filter((name) => name.endsWith('.pgm')).toSorted()
    const hash = createHash('sha256')
    for (const page of pages) hash.update(await readFile(join(folder, page)))
    return pages.length === 0 ? null : hash.digest('hex')
  } finally {
    await rm(folder, { recursive: true })
  }
}
