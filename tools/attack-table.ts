import { writeFile } from 'node:fs/promises'
import { makeAttackTable } from '../src/capabilities/signatures/testing/attack-table.ts'
import type { AttackRow } from '../src/capabilities/signatures/testing/attack-table.ts'
import { pdfsig } from '../src/capabilities/signatures/testing/outside-checkers.ts'
import { ensureTools } from '../test/ensure-tools.ts'

/** Makes every attack afresh, asks pdfsig and ourselves, and lays the answers side by side. */
async function writeTable(): Promise<void> {
  const rows = await makeAttackTable()
  const lines = [head]
  let group = ''
  for (const row of rows) {
    if (row.group !== group) lines.push(`\n## ${row.group}\n\n| attack | pdfsig | ours |\n|---|---|---|`)
    group = row.group
    lines.push(`| ${row.name} | ${await askPdfsig(row)} | ${row.ours} |`)
  }
  const table = `${lines.join('\n')}\n`
  await writeFile(new URL('../docs/attack-table.md', import.meta.url), table)
  process.stdout.write(table)
}

const head = `# Attacks on a signed paper

Every line is made afresh by \`node tools/attack-table.ts\`: our own paper with six signatures, attacked, and what poppler's
\`pdfsig\` and our verifier say of it. A test holds our column to what the program says today.`

async function askPdfsig({ pdf }: AttackRow): Promise<string> {
  const said = await pdfsig(pdf).catch(() => '')
  const count = (pattern: RegExp) => said.match(pattern)?.length ?? 0
  const [all, valid] = [count(/Signature Validation:/g), count(/Signature is Valid/g)]
  return all === 0 ? 'finds no signature' : `${valid} of ${all} valid`
}

ensureTools(['pdfsig'])
await writeTable()
