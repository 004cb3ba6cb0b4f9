import { benchBackup } from './backup.ts'
import { benchPages } from './pages.ts'
import { benchPdf } from './pdf.ts'
import { benchSigning } from './signing.ts'
import { benchStart } from './start.ts'
import { benchVerify } from './verify.ts'

const all: Readonly<Record<string, () => Promise<void>>> = {
  pages: benchPages,
  signing: benchSigning,
  pdf: benchPdf,
  start: benchStart,
  verify: benchVerify,
  backup: benchBackup,
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in all))
if (unknown.length > 0) {
  process.stderr.write(`Not a benchmark: ${unknown.join(', ')}. There are: ${Object.keys(all).join(', ')}\n`)
  process.exit(2)
}
for (const [name, bench] of Object.entries(all)) {
  if (asked.length === 0 || asked.includes(name)) await bench()
}
