import { execFile } from 'node:child_process'
import { createPrivateKey } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { CryptoKeySigner, PDF } from '@libpdf/core'

const run = promisify(execFile)

/** A stranger's certificate, with the key stores of the programs that sign by it; `close` forgets all of it. */
export interface Outsider {
  readonly folder: string
  readonly certificate: Uint8Array
  close(): Promise<void>
}

const subject = { commonName: 'Người Ký Ngoài', organization: 'Sở Nội vụ', country: 'VN' } as const
const password = 'ngoai'

export async function makeOutsider(): Promise<Outsider> {
  const folder = await mkdtemp(join(tmpdir(), 'giao-uoc-outside-'))
  const at = (name: string) => join(folder, name)
  const subjectLine = `/C=${subject.country}/O=${subject.organization}/CN=${subject.commonName}`
  const uses = ['-addext', 'keyUsage=digitalSignature,nonRepudiation', '-addext', 'extendedKeyUsage=emailProtection']
  const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', at('key.pem'), '-out', at('cert.pem'), '-days', '400']
  await run('openssl', ['req', '-x509', '-utf8', ...key, '-subj', subjectLine, ...uses])
  const pair = ['-inkey', at('key.pem'), '-in', at('cert.pem')]
  const store = ['-out', at('keys.p12'), '-name', 'outside', '-passout', `pass:${password}`]
  await run('openssl', ['pkcs12', '-export', ...pair, ...store])
  await run('openssl', ['x509', '-in', at('cert.pem'), '-outform', 'DER', '-out', at('cert.der')])
  await mkdir(at('nss'))
  const database = ['-d', `sql:${at('nss')}`]
  await run('certutil', ['-N', ...database, '--empty-password'])
  await run('pk12util', ['-i', at('keys.p12'), ...database, '-W', password])
  // Trusted by its own store alone: poppler signs with no other.
  await run('certutil', ['-M', ...database, '-n', 'outside', '-t', 'CTu,Cu,Cu'])
  return { folder, certificate: await readFile(at('cert.der')), close: () => rm(folder, { recursive: true }) }
}

/** poppler's `pdfsig`: fills the named empty field, or adds one of its own. */
export async function signByPoppler({ folder }: Outsider, pdf: Uint8Array, field?: string): Promise<Uint8Array> {
  const [source, target] = [join(folder, 'poppler-in.pdf'), join(folder, 'poppler-out.pdf')]
  await writeFile(source, pdf)
  await rm(target, { force: true })
  const where = field === undefined ? ['-add-signature'] : ['-sign', field, '-etsi']
  const words = ['-nssdir', `sql:${join(folder, 'nss')}`, '-nick', 'outside', ...where, source, target]
  // It ends with a complaint of NSS after it has written the file well.
  await run('pdfsig', words).catch(() => undefined)
  return readFile(target)
}

const jars = ['pdfbox2', 'fontbox2', 'commons-logging', 'bcprov', 'bcpkix', 'bcutil']
const classPath = jars.map((jar) => `/usr/share/java/${jar}.jar`).join(':')
const program = join(import.meta.dirname, 'PdfBoxSigner.java')

/** What PDFBox does to a file: see `PdfBoxSigner.java`. */
export interface BoxJob {
  readonly pdf: Uint8Array
  readonly how: string
}

/** All in one run of Java, in their order. */
export async function signByPdfBox({ folder }: Outsider, jobs: readonly BoxJob[]): Promise<Uint8Array[]> {
  const paths = jobs.map(
    (_, index) => [join(folder, `box-in-${index}.pdf`), join(folder, `box-out-${index}.pdf`)] as const,
  )
  for (const [index, [source]] of paths.entries()) await writeFile(source, jobs[index]?.pdf ?? new Uint8Array())
  const words = jobs.flatMap(({ how }, index) => [...(paths[index] ?? []), how])
  await run('java', ['-Xshare:auto', '-cp', classPath, program, join(folder, 'keys.p12'), password, ...words])
  return Promise.all(paths.map(([, target]) => readFile(target)))
}

/** LibreOffice Writer: a text printed and signed in one go. */
export async function signByLibreOffice({ folder }: Outsider, text: string): Promise<Uint8Array> {
  const source = join(folder, 'writer.txt')
  await writeFile(source, text)
  const name = `CN=${subject.commonName},O=${subject.organization},C=${subject.country}`
  const data = {
    SignPDF: { type: 'boolean', value: 'true' },
    SignCertificateSubjectName: { type: 'string', value: name },
  }
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
  const words = [profile, '--headless', '--convert-to', `pdf:writer_pdf_Export:${JSON.stringify(data)}`]
  // Without a locale of the machine's own, LibreOffice reads the letters of a name as question marks.
  const env = { ...process.env, LC_ALL: 'C.UTF-8', MOZILLA_CERTIFICATE_FOLDER: `sql:${join(folder, 'nss')}` }
  await run('soffice', [...words, '--outdir', folder, source], { env })
  return readFile(join(folder, 'writer.pdf'))
}

/** @libpdf/core: in a prepared field, or one of its own. */
export async function signByLibpdf({ folder, certificate }: Outsider, pdf: Uint8Array, field?: string) {
  const key = createPrivateKey(await readFile(join(folder, 'key.pem'))).export({ type: 'pkcs8', format: 'der' })
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  const imported = await crypto.subtle.importKey('pkcs8', new Uint8Array(key), algorithm, true, ['sign'])
  const signer = new CryptoKeySigner(imported, certificate, 'RSA', 'RSASSA-PKCS1-v1_5')
  const document = await PDF.load(pdf)
  const { bytes } = await document.sign({ signer, reason: 'Ký', ...(field === undefined ? {} : { fieldName: field }) })
  return bytes
}

/** qpdf writes the same paper in another way: with packed objects, or for reading from the network. */
export async function rewriteByQpdf({ folder }: Outsider, pdf: Uint8Array, ...options: string[]): Promise<Uint8Array> {
  const [source, target] = [join(folder, 'qpdf-in.pdf'), join(folder, 'qpdf-out.pdf')]
  await writeFile(source, pdf)
  await run('qpdf', [...options, source, target])
  return readFile(target)
}
