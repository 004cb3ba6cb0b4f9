/** Why the machine can keep nothing now: no fault of the program, and over once an operator has mended it. */
export type Outage = 'full' | 'readOnly' | 'database'

// Of the system by its names, of PostgreSQL by its numbers: disk_full, read_only_sql_transaction, io_error, and those of
// a server that is gone, going or still coming.
const codes: Readonly<Record<Outage, readonly string[]>> = {
  full: ['ENOSPC', 'EDQUOT', 'EFBIG', '53100'],
  readOnly: ['EROFS', 'EACCES', 'EPERM', 'EIO', '25006', '58030'],
  database: [
    'ECONNREFUSED',
    'ECONNRESET',
    'EPIPE',
    '57P01',
    '57P02',
    '57P03',
    '08000',
    '08001',
    '08003',
    '08006',
    '53300',
  ],
}

const outages = Object.keys(codes) as Outage[]

const codeOf = (error: Error) => ('code' in error ? String(error.code) : '')

/** The socket of a server that is down is not there: no file of ours. */
const isConnecting = (error: Error) => 'syscall' in error && error.syscall === 'connect'

/** What an error, or what caused it, tells of the machine; undefined for every other kind. */
export function outageOf(error: unknown): Outage | undefined {
  if (!(error instanceof Error)) return undefined
  if (isConnecting(error) || error.message === 'Connection terminated unexpectedly') return 'database'
  return outages.find((outage) => codes[outage].includes(codeOf(error))) ?? outageOf(error.cause)
}
