import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'

function ensure(list: string, path: string) {
  const module = join(import.meta.dirname, 'ensure-tools.ts')
  const source = `const { ensureTools } = await import(process.env.MODULE); ensureTools(${list}); process.stdout.write('all there')`
  return spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    env: { PATH: path, MODULE: module },
    encoding: 'utf8',
  })
}

test('tools that are there are asked for in silence', () => {
  const { status, stdout, stderr } = ensure("['openssl']", process.env['PATH'] ?? '')
  expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: 'all there', stderr: '' })
})

test('a missing tool that cannot be installed ends the run with the line to type', () => {
  const { status, stdout, stderr } = ensure("['pdfsig', 'qpdf']", '/nowhere')
  expect({ status, stdout }).toEqual({ status: 1, stdout: '' })
  expect(stderr).toContain('The tests need pdfsig, qpdf.')
  expect(stderr).toContain('apt-get install --yes --no-install-recommends poppler-utils qpdf\n')
})

// Stands for Debian's apt-get: notes what it is asked, and brings a program.
const aptGet = `#!/bin/sh
echo "$@" >> "$0.asked"
printf '#!/bin/sh\\n' > "\${0%/*}/qpdf"
/bin/chmod +x "\${0%/*}/qpdf"
echo 'Reading package lists'
`

test('on Debian root gets what is missing, an ordinary user the line to type', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tools-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const apt = join(folder, 'apt-get')
  writeFileSync(apt, aptGet, { mode: 0o755 })
  const { status, stdout } = ensure("['qpdf']", folder)
  const asked = existsSync(`${apt}.asked`) ? readFileSync(`${apt}.asked`, 'utf8').trim().split('\n') : []
  const installs = ['--quiet update', '--quiet install --yes --no-install-recommends qpdf']
  const isRoot = process.getuid?.() === 0
  expect({ status, stdout, asked }).toEqual(
    isRoot ? { status: 0, stdout: 'all there', asked: installs } : { status: 1, stdout: '', asked: [] },
  )
})
