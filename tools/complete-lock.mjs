// Adds to package-lock.json the entries of optional platform packages that the registry could not serve when the lock was made.
import fs from 'node:fs'
const file = process.argv[2] ?? 'package-lock.json'
const lock = JSON.parse(fs.readFileSync(file, 'utf8'))
const os = {
  android: 'android',
  darwin: 'darwin',
  win32: 'win32',
  freebsd: 'freebsd',
  openharmony: 'openharmony',
  linux: 'linux',
}
const cpu = {
  arm: 'arm',
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  wasm32: 'wasm32',
}
let added = 0
for (const [at, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (at === '' || Object.keys(lock.packages).some((key) => key.endsWith(`node_modules/${name}`))) continue
    const words = name.split(/[/-]/)
    const one = { version, optional: true }
    const o = words.find((w) => os[w])
    const c = words.find((w) => cpu[w])
    if (!o) throw new Error(`no platform in ${name}`)
    if (entry.dev) one.dev = true
    if (c) one.cpu = [c]
    one.os = [o]
    lock.packages[`node_modules/${name}`] = one
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')))
fs.writeFileSync(file, JSON.stringify(lock, null, 2) + '\n')
console.log('added', added)
