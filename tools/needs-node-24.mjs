// Loaded by `node --import` before a script of this project, in plain JavaScript that an older Node understands too.
const oldest = 24

if (Number.parseInt(process.versions.node, 10) < oldest) {
  process.stderr.write(
    `This needs Node ${oldest} or newer; here is ${process.versions.node}.\n` +
      `On Linux (x64, arm64) "npm ci" brings Node ${oldest}, and "npm run …" uses it.\n` +
      `Elsewhere install Node ${oldest} from https://nodejs.org and run "npm ci" again.\n`,
  )
  process.exit(1)
}
