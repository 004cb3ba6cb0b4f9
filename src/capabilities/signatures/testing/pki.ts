import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { splitCertificates } from '../trust/certificate.ts'

const run = promisify(execFile)

type Kind = 'leaf' | 'bare' | 'responder' | 'weakResponder' | 'authority' | 'strange' | 'tsa' | 'looseTsa' | 'mixedTsa'

/** The keys that openssl makes, by the names tests give them. */
const keys = {
  rsa: ['-newkey', 'rsa:2048'],
  pss: ['-newkey', 'rsa-pss', '-pkeyopt', 'rsa_keygen_bits:2048'],
  p256: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'],
  p384: ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-384'],
  small: ['-newkey', 'rsa:1024'],
} as const

const authorityConfig = (folder: string) => `
[ca]
default_ca = issuing
[issuing]
database = ${folder}/index.txt
serial = ${folder}/serial
crlnumber = ${folder}/crlnumber
new_certs_dir = ${folder}
certificate = ${folder}/issuing.pem
private_key = ${folder}/issuing.key
default_md = sha256
default_days = 365
default_crl_days = 30
policy = any
unique_subject = no
[any]
commonName = supplied
[root]
database = ${folder}/root-index.txt
crlnumber = ${folder}/crlnumber
certificate = ${folder}/root.pem
private_key = ${folder}/root.key
default_md = sha256
default_crl_days = 300
`

const extensionConfig = (origin: string) => `
[leaf]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
subjectKeyIdentifier = hash
authorityInfoAccess = OCSP;URI:${origin}/ocsp
crlDistributionPoints = URI:${origin}/crl
[bare]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
[strange]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
1.2.3.4.5 = critical, ASN1:UTF8String:khac
[responder]
keyUsage = critical, digitalSignature
extendedKeyUsage = OCSPSigning
noCheck = ignored
[weakResponder]
keyUsage = critical, digitalSignature
[tsa]
crlDistributionPoints = URI:${origin}/crl
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[looseTsa]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = timeStamping
[mixedTsa]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping, emailProtection
[authority]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
crlDistributionPoints = URI:${origin}/root-crl
`

export interface Issued {
  readonly name: string
  readonly certificate: Uint8Array
  /** Files of openssl. */
  readonly pem: string
  readonly key: string
}

/** An authority of two levels made by `openssl ca`, with lists, an OCSP responder and signers of several kinds. */
export interface TestPki {
  readonly folder: string
  readonly root: Uint8Array
  readonly issuing: Uint8Array
  issue(name: string, key: keyof typeof keys, kind?: Kind): Promise<Issued>
  /** At a moment, by a name of openssl's reasons. */
  revoke(one: Issued, at: Date, reason?: string): Promise<void>
  /** A list made now, or from one moment to another. */
  crl(span?: { from: Date; to: Date }): Promise<Uint8Array>
  /** The root's list, on which nobody stands. */
  rootCrl(): Promise<Uint8Array>
  ocsp(one: Issued, responder: Issued, more?: readonly string[]): Promise<Uint8Array>
  openssl(...parameters: readonly string[]): Promise<string>
  write(name: string, bytes: Uint8Array | string): Promise<string>
  read(name: string): Promise<Uint8Array>
  close(): Promise<void>
}

const compact = (at: Date) =>
  `${at
    .toISOString()
    .replace(/[-:T]|\.\d+/g, '')
    .slice(0, 14)}Z`
const subject = (name: string) => ['-subj', `/C=VN/CN=${name}`, '-nodes']

/** `origin` is where certificates say that OCSP and the list are found. */
export async function makePki(origin = 'http://127.0.0.1:1'): Promise<TestPki> {
  const folder = await mkdtemp(join(tmpdir(), 'giao-uoc-pki-'))
  const openssl = async (...parameters: readonly string[]) => {
    const { stdout, stderr } = await run('openssl', [...parameters], { cwd: folder })
    return stdout + stderr
  }
  await makeAuthorities(folder, origin, openssl)
  return {
    folder,
    root: await derOf(folder, 'root'),
    issuing: await derOf(folder, 'issuing'),
    openssl,
    ...fileWork(folder, openssl),
    issue: (name, key, kind = 'leaf') => issue(folder, openssl, { name, key, kind }),
    close: () => rm(folder, { recursive: true }),
  }
}

const derOf = async (folder: string, name: string) =>
  splitCertificates(await readFile(join(folder, `${name}.pem`)))[0] ?? new Uint8Array()

async function issue(
  folder: string,
  openssl: Openssl,
  { name, key, kind }: { name: string; key: keyof typeof keys; kind: Kind },
): Promise<Issued> {
  const at = (ending: string) => join(folder, `${name}.${ending}`)
  await openssl('req', '-new', ...keys[key], ...subject(name), '-keyout', at('key'), '-out', at('csr'))
  const signing = ['-config', join(folder, 'ca.cnf'), '-batch', '-notext', '-extensions', kind]
  await openssl('ca', ...signing, '-in', at('csr'), '-out', at('pem'))
  return { name, certificate: await derOf(folder, name), pem: at('pem'), key: at('key') }
}

type Openssl = TestPki['openssl']

async function makeAuthorities(folder: string, origin: string, openssl: Openssl): Promise<void> {
  const at = (name: string) => join(folder, name)
  await writeFile(at('ca.cnf'), authorityConfig(folder) + extensionConfig(origin))
  await writeFile(at('index.txt'), '')
  await writeFile(at('root-index.txt'), '')
  await writeFile(at('serial'), '1000\n')
  await writeFile(at('crlnumber'), '01\n')
  const root = ['-days', '3650', '-keyout', at('root.key'), '-out', at('root.pem')]
  const use = ['-addext', 'keyUsage=critical,keyCertSign,cRLSign']
  await openssl('req', '-x509', ...keys.p256, ...subject('Goc thu nghiem'), ...use, ...root)
  const request = ['-keyout', at('issuing.key'), '-out', at('issuing.csr')]
  await openssl('req', '-new', ...keys.p256, ...subject('Noi cap thu nghiem'), ...request)
  const issuing = ['-CA', at('root.pem'), '-CAkey', at('root.key'), '-CAcreateserial', '-days', '3649']
  const extensions = ['-extfile', at('ca.cnf'), '-extensions', 'authority']
  await openssl('x509', '-req', '-in', at('issuing.csr'), ...issuing, ...extensions, '-out', at('issuing.pem'))
}

function fileWork(
  folder: string,
  openssl: Openssl,
): Pick<TestPki, 'revoke' | 'crl' | 'rootCrl' | 'ocsp' | 'write' | 'read'> {
  const at = (name: string) => join(folder, name)
  const configured = ['-config', at('ca.cnf')]
  const list = async (how: readonly string[]) => {
    await openssl('ca', ...configured, '-gencrl', ...how, '-out', at('list.pem'))
    await openssl('crl', '-in', at('list.pem'), '-outform', 'DER', '-out', at('list.der'))
    return readFile(at('list.der'))
  }
  return {
    revoke: async (one, moment, reason = 'keyCompromise') => {
      await openssl('ca', ...configured, '-revoke', one.pem, '-crl_reason', reason)
      // openssl knows only now; its index may say another moment.
      const index = await readFile(at('index.txt'), 'utf8')
      const own = (line: string) => line.startsWith('R') && line.endsWith(`CN=${one.name}`)
      const dated = (line: string) => line.replace(/\t\d{12}Z,/, `\t${compact(moment).slice(2)},`)
      const lines = index.split('\n').map((line) => (own(line) ? dated(line) : line))
      await writeFile(at('index.txt'), lines.join('\n'))
    },
    crl: async (span) => {
      const dates = span ? ['-crl_lastupdate', compact(span.from), '-crl_nextupdate', compact(span.to)] : []
      return list(dates)
    },
    rootCrl: () => list(['-name', 'root']),
    ocsp: async (one, responder, more = ['-ndays', '7']) => {
      const asked = ['-issuer', at('issuing.pem'), '-cert', one.pem, '-no_nonce', '-reqout', at('request.der')]
      await openssl('ocsp', ...asked)
      const signing = ['-index', at('index.txt'), '-CA', at('issuing.pem'), '-rsigner', responder.pem]
      const files = ['-rkey', responder.key, '-reqin', at('request.der'), '-respout', at('response.der')]
      await openssl('ocsp', ...signing, ...files, ...more)
      return readFile(at('response.der'))
    },
    read: (name) => readFile(at(name)),
    write: async (name, bytes) => {
      await writeFile(at(name), bytes)
      return at(name)
    },
  }
}
