import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A time stamp authority on loopback, for tests, journeys and benches: real answers made by `openssl ts`. */
export interface TestAuthority {
  readonly url: string
  /** Its self-signed root, or whoever issued the given certificate; DER. */
  readonly root: Uint8Array
  close(): Promise<void>
}

const config = (folder: string) => `
[tsa]
default_tsa = tsa_config
[tsa_config]
serial = ${folder}/serial
crypto_device = builtin
signer_cert = ${folder}/tsa.pem
certs = ${folder}/ca.pem
signer_key = ${folder}/tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
`

const leafExtensions = `
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
`

async function makeKeys(folder: string): Promise<void> {
  const at = (file: string) => join(folder, file)
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes']
  const ca = ['-subj', '/C=VN/CN=TSA thu nghiem - goc', '-addext', 'keyUsage=critical,keyCertSign,cRLSign']
  await run('openssl', ['req', '-x509', ...key, ...ca, '-days', '3651', '-keyout', at('ca.key'), '-out', at('ca.pem')])
  await run('openssl', [
    'req',
    ...key,
    '-subj',
    '/C=VN/CN=TSA thu nghiem',
    '-keyout',
    at('tsa.key'),
    '-out',
    at('tsa.csr'),
  ])
  await writeFile(at('leaf.cnf'), leafExtensions)
  const issuing = [
    '-CA',
    at('ca.pem'),
    '-CAkey',
    at('ca.key'),
    '-CAcreateserial',
    '-days',
    '3650',
    '-extfile',
    at('leaf.cnf'),
  ]
  await run('openssl', ['x509', '-req', '-in', at('tsa.csr'), ...issuing, '-out', at('tsa.pem')])
  await configure(folder)
}

async function takeKeys(folder: string, { certificate, key, issuer }: GivenKeys): Promise<void> {
  await copyFile(certificate, join(folder, 'tsa.pem'))
  await copyFile(key, join(folder, 'tsa.key'))
  await copyFile(issuer, join(folder, 'ca.pem'))
  await configure(folder)
}

async function configure(folder: string): Promise<void> {
  const at = (file: string) => join(folder, file)
  await run('openssl', ['x509', '-in', at('ca.pem'), '-outform', 'DER', '-out', at('ca.der')])
  await writeFile(at('serial'), '1000\n')
  await writeFile(at('tsa.cnf'), config(folder))
}

/** One after the other: openssl keeps its serial number in a file. */
function answerer(folder: string) {
  let last: Promise<unknown> = Promise.resolve()
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part as Buffer)
    await writeFile(join(folder, 'query.tsq'), Buffer.concat(parts))
    const files = ['-queryfile', join(folder, 'query.tsq'), '-out', join(folder, 'answer.tsr')]
    await run('openssl', ['ts', '-reply', '-config', join(folder, 'tsa.cnf'), '-section', 'tsa_config', ...files])
    response.setHeader('content-type', 'application/timestamp-reply')
    response.end(await readFile(join(folder, 'answer.tsr')))
  }
  return (request: IncomingMessage, response: ServerResponse) => {
    last = last.then(() => answer(request, response)).catch(() => response.writeHead(500).end())
  }
}

/** Keys of another authority's making: files of openssl. */
interface GivenKeys {
  readonly certificate: string
  readonly key: string
  readonly issuer: string
}

/** Without keys it makes its own, under a root of its own. */
export async function startTestAuthority(given?: GivenKeys): Promise<TestAuthority> {
  const folder = await mkdtemp(join(tmpdir(), 'giao-uoc-tsa-'))
  if (given) await takeKeys(folder, given)
  else await makeKeys(folder)
  const server = createServer(answerer(folder))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const close = async () => {
    await new Promise((resolve) => server.close(resolve))
    await rm(folder, { recursive: true })
  }
  return { url: `http://127.0.0.1:${port}/`, root: await readFile(join(folder, 'ca.der')), close }
}
