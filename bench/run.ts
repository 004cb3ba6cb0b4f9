import { benchBackup } from './backup.ts'
import { benchOpinions } from './opinions.ts'
import { benchPages } from './pages.ts'
import { benchPdf } from './pdf.ts'
import { benchPortal } from './portal.ts'
import { progressParts } from './progress/progress.ts'
import { benchLiveBook } from './scoring/live-book.ts'
import { proveRandomSheets } from './scoring/random-proof.ts'
import { benchScoring } from './scoring/scoring.ts'
import { benchSearch } from './search.ts'
import { benchSigning } from './signing.ts'
import { benchStart } from './start.ts'
import { benchUpload } from './upload.ts'
import { benchVerify } from './verify.ts'

const all: Readonly<Record<string, () => Promise<void>>> = {
  pages: benchPages,
  signing: benchSigning,
  pdf: benchPdf,
  start: benchStart,
  verify: benchVerify,
  backup: benchBackup,
  upload: benchUpload,
  opinions: benchOpinions,
  ...progressParts,
  'scoring/engine': () => benchScoring(),
  'scoring/workbook': benchLiveBook,
  'scoring/proof': proveRandomSheets,
  portal: benchPortal,
  search: benchSearch,
}

const asked = process.argv.slice(2)
/** 'progress' and 'scoring' stand for all their parts. */
const isAsked = (name: string) => asked.some((one) => name === one || name.startsWith(`${one}/`))
const unknown = asked.filter((one) => !Object.keys(all).some((name) => name === one || name.startsWith(`${one}/`)))
if (unknown.length > 0) {
  process.stderr.write(`Not a benchmark: ${unknown.join(', ')}. There are: ${Object.keys(all).join(', ')}\n`)
  process.exit(2)
}
for (const [name, bench] of Object.entries(all)) {
  if (asked.length === 0 || isAsked(name)) await bench()
}
