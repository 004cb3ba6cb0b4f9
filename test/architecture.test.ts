import { describe, expect, test } from 'vitest'
import { violations } from '../src/app/violation-words.ts'
import { fileAt, impurities, program, projectFiles, sources, type Import, type SourceFile } from './source-tree.ts'

// The law of the house, as data; the rules below only read it. A new kind of file is a decision (docs/decisions).

/** Lowest first: a later one may use an earlier one, never the reverse. */
const ladder = (
  'law identity units blocs calendar evidence facts movements targets agreement voices consultation ' +
  'conferences scoring ballot ranking commendation portal'
).split(' ')

const capabilities = ['documents', 'signatures', 'spreadsheets', 'search', 'notifications', 'audit', 'pictures']

/** What runs in the browser may import these files, which in turn import nothing that is not pure. */
const pureForBrowser = ['base64', 'signing/paper-attributes', 'keys/signer-key'].map(
  (name) => `src/capabilities/signatures/${name}.ts`,
)
const browserPackages = ['zod', 'canonicalize']

/** What every folder below `src` may import of ours, besides itself; packages are free. */
const mayImport: Readonly<Record<string, RegExp[]>> = {
  platform: [/^db\/types\.ts$/],
  ui: [/^src\/platform\/words\.ts$/],
  capabilities: [/^src\/platform\//, /^db\/types\.ts$/],
  domains: [/^src\/(platform|capabilities|ui)\//, /^db\/types\.ts$/],
  app: [/^src\/(platform|capabilities|ui|domains)\//, /^db\/seed\//],
  browser: pureForBrowser.map((path) => new RegExp(`^${path}$`)),
}

/** Files of a domain that are known by their whole name. */
const fixedNames = /^(access|queries|paths|pieces|api|jobs|words|words\.vi|words\.en)\.ts$|^routes\.tsx?$|^README\.md$/

/** … and by how their name ends. */
const knownEndings = /-(document|sheet|tasks|state|cookies?|limiter)\.ts$|-routes\.tsx$/

/** A write, or a step of one, is a file that begins with its verb and exports a function that begins with it too. */
const verbs = (
  'accept add admit appoint ask begin change check choose close confirm correct end extend found freeze gather give ' +
  'grant invite issue keep let lock mail move name open order read refuse remind remove rename renew request revoke sign start ' +
  'adopt cite post prepare propose record step switch tell undo unfreeze withdraw write ' +
  'cancel carry hold launch mark nominate plan publish register report return save send verify ' +
  'announce answer count decide file finish merge route'
).split(' ')

/** Nouns that are allowed to reach the database or a library with I/O, each for its reason. */
const reachingNouns: Readonly<Record<string, string>> = {
  'agreement/year-of.ts': 'what several queries of the domain share',
  'targets/cards/year-of-targets.ts': 'what several routes of the domain ask of an address',
  'agreement/signing/signer.ts': 'the signer of a unit is found by mandate and certificate',
  'agreement/pen/witness.ts': 'what two commands and a page ask of who looks at a scan',
  'calendar/tasks-for-facts.ts': 'opens the tasks of one fact inside the transaction of a command',
  'portal/log/export-log.ts': 'reads the log page by page while it is sent',
  'portal/log/differing-records.ts': 'sets records of several domains against their entries, for the verifier',
  'portal/log/record-names.ts': 'names and addresses of the records of every domain, for one page of the log',
  'portal/help/help-book.ts': 'reads the pages of help once, when the program starts',
  'identity/password/password.ts': 'argon2id is a native library',
  'identity/linked/provider.ts': 'asks the other place by a library; what it says is proven there',
  'identity/second-factor/totp.ts': 'codes of phones are made by a library',
  'identity/people/first-administrator.ts': 'asked by the command line before there is anyone to act',
}

/** Parts of a lower domain's pages that the pages of higher ones show, each for its reason. */
const offeredParts: Readonly<Record<string, string>> = {
  'src/domains/evidence/pages/cited-evidence.tsx': 'what is cited looks the same wherever it is cited',
}

/** What may stand beside a domain's own files, one level deep and no deeper. */
const innerFolders = ['pages', 'fixtures', 'golden', 'typst', 'testing']

const forbiddenNames = /^(index|utils?|helpers?|services?|common|types|constants|misc|shared)\.tsx?$/

const readsTheClock = /\bnew Date\(\)|\bDate\.now\(\)/
const mayReadTheClock = /^src\/platform\/(clock|id)\.ts$|^src\/(app|browser)\//
const mayReadTheEnvironment =
  /^src\/platform\/config\.ts$|^src\/platform\/postgres\/database-user\.ts$|^src\/app\/|^src\/main\.ts$/

/** Written so that this file does not hold what it looks for. */
const leftovers = /\bTO[D]O\b|\bFIX[M]E\b/
const machinePaths = /(?<![\w.])\/(?:work|root|home)\/[\w.]/
const registries = /registry\.[\w-]+\.(?:org|com|io)|"resol[v]ed":/

const parts = (path: string) => path.split('/')
const folderOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
const domainOf = (path: string) => (path.startsWith('src/domains/') ? parts(path)[2] : undefined)
const isInDomains = (file: SourceFile) => domainOf(file.path) !== undefined
const lines = (found: string[]) => found.toSorted().join('\n')

/** One line for each import that `judge` finds wrong. */
function wrongImports(files: readonly SourceFile[], judge: (file: SourceFile, target: string) => boolean): string {
  const wrong = (file: SourceFile) =>
    file.imports.filter((one: Import) => !one.isPackage && judge(file, one.target)).map((one) => one.target)
  return lines(files.flatMap((file) => wrong(file).map((target) => `${file.path} → ${target}`)))
}

function filesWith(files: readonly SourceFile[], pattern: RegExp): string {
  return lines(
    files.flatMap((file) => (pattern.test(file.text) ? [`${file.path}: ${pattern.exec(file.text)?.[0]}`] : [])),
  )
}

describe('the ladder', () => {
  test('every folder imports only what stands below it', () => {
    const found = wrongImports(program, (file, target) => {
      const [, area = ''] = parts(file.path)
      const allowed: readonly RegExp[] = mayImport[area] ?? [/./]
      return !target.startsWith(`src/${area}/`) && !allowed.some((pattern) => pattern.test(target))
    })
    expect(found).toBe('')
  })

  test('a capability knows no other capability', () => {
    const found = wrongImports(program, (file, target) => {
      const [, area, own] = parts(file.path)
      return area === 'capabilities' && target.startsWith('src/capabilities/') && parts(target)[2] !== own
    })
    expect(found).toBe('')
  })

  test('a domain uses lower domains only, and of them nothing that belongs to its screens or jobs', () => {
    const found = wrongImports(program, (file, target) => {
      const [own, other] = [domainOf(file.path), domainOf(target)]
      if (own === undefined || other === undefined || own === other) return false
      const isScreen = /\/pages\/|routes\.tsx?$|\/(api|jobs)\.ts$/.test(target) && !(target in offeredParts)
      return ladder.indexOf(other) >= ladder.indexOf(own) || isScreen
    })
    expect(found).toBe('')
  })

  test('parts of the interface are used by pages and routes alone', () => {
    const found = wrongImports(program.filter(isInDomains), (file, target) => {
      const isPage = file.path.includes('/pages/') || file.path.endsWith('routes.tsx')
      return target.startsWith('src/ui/') && !isPage
    })
    expect(found).toBe('')
  })

  test('every domain and capability stands in the list', () => {
    const names = (area: string) => [
      ...new Set(program.filter((file) => file.path.startsWith(`src/${area}/`)).map((file) => parts(file.path)[2])),
    ]
    expect(names('domains').filter((name) => !ladder.includes(name ?? ''))).toEqual([])
    expect(names('capabilities').filter((name) => !capabilities.includes(name ?? ''))).toEqual([])
  })
})

describe('pure files', () => {
  test('the browser imports nothing else of ours', () => {
    expect(pureForBrowser.filter((path) => fileAt(path) === undefined)).toEqual([])
    const found = pureForBrowser.flatMap((path) => impurities(path, browserPackages))
    expect(lines(found)).toBe('')
  })

  test('reading an article knows no clock, no file and no database', () => {
    const folder = 'src/domains/agreement/reading/'
    const door = `${folder}read-agreement-file.ts`
    const reading = program.filter((file) => file.path.startsWith(folder) && file.path !== door)
    expect(reading.length).toBeGreaterThan(0)
    expect(lines(reading.flatMap((file) => (isRule(file) ? [] : [file.path])))).toBe('')
  })
})

const rulePackages = ['zod', 'canonicalize', 'marked', 'node:crypto', 'acorn']

/** A noun or a rule: no I/O and no clock; nothing of the database, not even its types. */
function isRule(file: SourceFile): boolean {
  const isOfDatabase = file.imports.some((one) => one.target.startsWith('src/platform/database/'))
  return !isOfDatabase && impurities(file.path, rulePackages).length === 0
}

function isCommand(file: SourceFile): boolean {
  const verb = file.name.split('-')[0] ?? ''
  return verbs.includes(verb) && new RegExp(`export (async )?(function|const) ${verb}[A-Z]`).test(file.text)
}

function isKnownFile(file: SourceFile): boolean {
  const [, , , ...below] = parts(file.path)
  if (below.includes('pages')) return file.name.endsWith('.tsx') || isRule(file)
  if (fixedNames.test(file.name) || knownEndings.test(file.name)) return true
  return isRule(file) || isCommand(file) || file.path.replace('src/domains/', '') in reachingNouns
}

describe('the files of a domain', () => {
  test('are of a known kind', () => {
    const gone = Object.keys(reachingNouns).filter((path) => fileAt(`src/domains/${path}`) === undefined)
    expect(gone).toEqual([])
    const unknown = program.filter((file) => isInDomains(file) && !isKnownFile(file))
    expect(lines(unknown.map((file) => file.path))).toBe('')
  })

  test('lie in its folder, in the folder of a noun below it, or in a folder of pages', () => {
    const tooDeep = sources.filter((file) => {
      const [, , , ...below] = parts(folderOf(file.path))
      return isInDomains(file) && below.filter((folder) => !innerFolders.includes(folder)).length > 1
    })
    expect(lines(tooDeep.map((file) => file.path))).toBe('')
  })

  test('are at most 25 to a folder', () => {
    const counts = new Map<string, number>()
    for (const file of program.filter(isInDomains)) {
      counts.set(folderOf(file.path), (counts.get(folderOf(file.path)) ?? 0) + 1)
    }
    const isWide = ([path, count]: [string, number]) => count > 25 && !path.endsWith('/reading')
    expect([...counts].filter(isWide)).toEqual([])
  })

  test('write no address by hand: they go through paths', () => {
    const screens = program.filter((file) => isInDomains(file) && file.path.endsWith('.tsx'))
    expect(filesWith(screens, /\b(?:get|post)\('\/|\b(?:href|action)="\/|\.redirect\('\//)).toBe('')
  })

  test('refuse only by rules that have a sentence', () => {
    const thrown = /new RuleViolation\('(?<domain>\w+)\.(?<rule>\w+)'/g
    const missing = program.flatMap((file) =>
      [...file.text.matchAll(thrown)]
        .map((match) => ({ domain: match.groups?.['domain'] ?? '', rule: match.groups?.['rule'] ?? '' }))
        .filter(({ domain, rule }) => violations[domain]?.('vi').violations[rule] === undefined)
        .map(({ domain, rule }) => `${file.path}: ${domain}.${rule}`),
    )
    expect(lines(missing)).toBe('')
  })
})

describe('every file', () => {
  test('is named after what it holds', () => {
    expect(lines(sources.filter((file) => forbiddenNames.test(file.name)).map((file) => file.path))).toBe('')
  })

  test('has 250 lines at most', () => {
    const long = program.filter((file) => file.text.split('\n').filter((line) => line.trim() !== '').length > 250)
    expect(lines(long.map((file) => file.path))).toBe('')
  })

  test('exports by name', () => {
    expect(filesWith(program, /^export default\b/m)).toBe('')
  })

  test('is told the time', () => {
    const told = program.filter((file) => !mayReadTheClock.test(file.path))
    expect(filesWith(told, readsTheClock)).toBe('')
  })

  test('is told its configuration', () => {
    const told = program.filter((file) => !mayReadTheEnvironment.test(file.path))
    expect(filesWith(told, /\bprocess\.env\b/)).toBe('')
  })

  test('has nothing left over, nothing of one machine and no address of a registry', () => {
    const ours = projectFiles.filter((file) => file.name !== '.npmrc')
    expect(filesWith(ours, leftovers)).toBe('')
    expect(filesWith(ours, machinePaths)).toBe('')
    expect(filesWith(ours, registries)).toBe('')
  })
})
