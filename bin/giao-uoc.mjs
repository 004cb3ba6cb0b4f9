#!/usr/bin/env node
// Plain JavaScript that an older Node understands: it finds Node 24, builds what is stale, then runs the program.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { fileURLToPath } from 'node:url'

const at = (path) => new URL(`../${path}`, import.meta.url)
const isOld = (version) => Number.parseInt(version, 10) < 24

/** Runs this file again by the Node 24 that came with the packages. */
function runAgain(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
}

async function build() {
  const { buildIsFresh } = await import('../tools/freshness.ts')
  if (await buildIsFresh()) return
  // Its words go to stderr: stdout belongs to the program, which may be asked for JSON.
  const { status } = spawnSync(process.execPath, [fileURLToPath(at('tools/build.ts'))], { stdio: ['ignore', 2, 2] })
  if (status !== 0) process.exit(1)
}

if (isOld(process.versions.node)) {
  const node = fileURLToPath(at('node_modules/.bin/node'))
  if (existsSync(node)) runAgain(node)
  else await import('../tools/needs-node-24.mjs')
} else {
  if (existsSync(at('src/'))) await build()
  await import(at('dist/main.js').href)
}
