import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** What tests ask for a second opinion: the names a program goes by, or the file a library is; and the package. */
const tools = {
  chromium: { names: ['chromium', 'chromium-browser', 'google-chrome'], package: 'chromium' },
  pdfsig: { names: ['pdfsig'], package: 'poppler-utils' },
  openssl: { names: ['openssl'], package: 'openssl' },
  qpdf: { names: ['qpdf'], package: 'qpdf' },
  certutil: { names: ['certutil'], package: 'libnss3-tools' },
  soffice: { names: ['soffice'], package: 'libreoffice-writer-nogui' },
  calc: {
    names: ['/usr/lib/libreoffice/program/libsclo.so', '/usr/lib64/libreoffice/program/libsclo.so'],
    package: 'libreoffice-calc-nogui',
  },
  javac: { names: ['javac'], package: 'default-jdk-headless' },
  pdfbox: { names: ['/usr/share/java/pdfbox2.jar'], package: 'libpdfbox2-java' },
  bouncycastle: { names: ['/usr/share/java/bcpkix.jar'], package: 'libbcpkix-java' },
}

type Tool = keyof typeof tools

/**
 * Tests never skip in silence: what is missing is installed where that is ours to do (Debian, as root);
 * else this ends the program with exit 1 and the line to type.
 */
export function ensureTools(wanted: readonly Tool[]): void {
  let missing = wanted.filter((tool) => findTool(tool) === undefined)
  if (missing.length > 0 && process.getuid?.() === 0 && findProgram('apt-get') !== undefined) {
    install(missing)
    missing = missing.filter((tool) => findTool(tool) === undefined)
  }
  if (missing.length === 0) return
  process.stderr.write(`The tests need ${missing.join(', ')}. Install by:\n\n  ${lineToType(missing)}\n\n`)
  process.exit(1)
}

/** Where a tool is, by the search path. */
export function findTool(tool: Tool): string | undefined {
  return tools[tool].names.map(findProgram).find((path) => path !== undefined)
}

function lineToType(missing: readonly Tool[]): string {
  const packages = packagesOf(missing).join(' ')
  if (findProgram('dnf') !== undefined) return `sudo dnf install ${packages}`
  return `sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${packages}`
}

function install(missing: readonly Tool[]): void {
  const packages = packagesOf(missing)
  process.stderr.write(`Installing ${packages.join(', ')}…\n`)
  for (const words of [['update'], ['install', '--yes', '--no-install-recommends', ...packages]]) {
    spawnSync('apt-get', ['--quiet', ...words], {
      // What it tells goes to stderr: the last line on stdout belongs to the count of tests.
      stdio: ['ignore', process.stderr.fd, process.stderr.fd],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    })
  }
}

function packagesOf(missing: readonly Tool[]): string[] {
  return [...new Set(missing.map((tool) => tools[tool].package))]
}

function findProgram(name: string): string | undefined {
  if (name.startsWith('/')) return existsSync(name) ? name : undefined
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name)).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
